// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/matchingcheck.h"

#include <QTest>

#include <cmath>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {

CandidateSet found(std::initializer_list<std::pair<qint64, double>> candidates, bool automatic)
{
    CandidateSet set;
    set.automatic = automatic;
    for (const auto &[team, probability] : candidates)
        set.candidates.append({TriageTeamId{team}, u"Team"_s, probability, {}});
    return set;
}

Truth truth(const QSet<qint64> &right, const QString &kind, bool ambiguous = false)
{
    Truth truth;
    truth.right = right;
    truth.kind = kind;
    truth.ambiguous = ambiguous;
    truth.patients = 10;
    return truth;
}

} // namespace

/// How matching is judged where somebody knows what is right.
class TestMatchingCheck : public QObject
{
    Q_OBJECT

private slots:
    void countsOneCase_data();
    void countsOneCase();
    void coverageLeavesOutWhoHasNoTeam();
    void trapsAreCountedEach();
    void calibrationIsTheDistanceInTenths();
    void summaryTellsTheInterval();
};

void TestMatchingCheck::countsOneCase_data()
{
    QTest::addColumn<CandidateSet>("set");
    QTest::addColumn<Truth>("right");
    QTest::addColumn<QList<qint64>>("counts"); // with team, first, first three, automatic, right, community

    const auto row = [](const char *name, const CandidateSet &set, const Truth &right, QList<qint64> counts) {
        QTest::newRow(name) << set << right << counts;
    };
    row("linked right", found({{1, 0.99}}, true), truth({1}, u"mh"_s), {1, 1, 1, 1, 1, 0});
    row("linked wrong", found({{2, 0.99}, {1, 0.01}}, true), truth({1}, u"mh"_s), {1, 0, 1, 1, 0, 0});
    row("second team does as well", found({{2, 0.99}}, true), truth({1, 2}, u"mh"_s), {1, 1, 1, 1, 1, 0});
    row("two people behind one name", found({{1, 0.99}}, true), truth({1}, u"mh"_s, true),
        {1, 1, 1, 1, 0, 0});
    row("community care linked", found({{1, 0.99}}, true), truth({}, u"community"_s), {0, 0, 0, 1, 0, 1});
    row("suggested third", found({{2, 0.4}, {3, 0.3}, {1, 0.2}}, false), truth({1}, u"mh"_s),
        {1, 0, 1, 0, 0, 0});
    row("fourth is not among three", found({{2, 0.4}, {3, 0.2}, {4, 0.2}, {1, 0.1}}, false),
        truth({1}, u"mh"_s), {1, 0, 0, 0, 0, 0});
    row("nothing found", found({}, false), truth({1}, u"mh"_s), {1, 0, 0, 0, 0, 0});
}

void TestMatchingCheck::countsOneCase()
{
    QFETCH(CandidateSet, set);
    QFETCH(Truth, right);
    QFETCH(QList<qint64>, counts);
    MatchingCheck check;
    check.add(set, right);
    const MatchingCounts &all = check.all();
    QCOMPARE(
        (QList<qint64>{all.withTeam, all.first, all.firstThree, all.automatic, all.right, all.community}),
        counts);
    QCOMPARE(all.prescribers, 1);
}

void TestMatchingCheck::coverageLeavesOutWhoHasNoTeam()
{
    MatchingCheck check;
    check.add(found({{1, 0.99}}, true), truth({1}, u"mh"_s));
    check.add(found({{1, 0.5}}, false), truth({1}, u"mh"_s));
    check.add(found({{1, 0.99}}, true), truth({}, u"community"_s));
    QCOMPARE(check.all().coverage(), 0.5);
    QCOMPARE(check.all().patientCoverage(), 0.5);
    QCOMPARE(check.all().precision(), 0.5);
}

void TestMatchingCheck::trapsAreCountedEach()
{
    MatchingCheck check;
    Truth both = truth({1}, u"mh"_s);
    both.trap = u"nickname+stale_name"_s;
    check.add(found({{1, 0.99}}, true), both);
    QCOMPARE(check.parts().keys(), (QStringList{u"kind mh"_s, u"trap nickname"_s, u"trap stale_name"_s}));
    QCOMPARE(check.parts().value(u"trap stale_name"_s).right, 1);
    QVERIFY(check.table().contains(u"trap nickname"_s));
}

void TestMatchingCheck::calibrationIsTheDistanceInTenths()
{
    // Four at 0.95, three of them right; four at 0.15, none right: (4*0.2 + 4*0.15) / 8.
    MatchingCheck check;
    for (int i = 0; i < 4; ++i) {
        check.add(found({{1, 0.95}}, false), truth({i < 3 ? 1 : 2}, u"mh"_s));
        check.add(found({{1, 0.15}}, false), truth({2}, u"mh"_s));
    }
    QVERIFY(std::abs(check.calibration().error - 0.175) < 1e-12);
    const double brier = (3 * 0.05 * 0.05 + 0.95 * 0.95 + 4 * 0.15 * 0.15) / 8;
    QVERIFY(std::abs(check.calibration().brier - brier) < 1e-12);
}

void TestMatchingCheck::summaryTellsTheInterval()
{
    MatchingCheck check;
    for (int i = 0; i < 100; ++i)
        check.add(found({{1, 0.99}}, true), truth({1}, u"mh"_s));
    // All of 100 right: Clopper and Pearson say 0.025^(1/100) at least.
    QVERIFY2(check.summary().contains(u"100 of 100 automatic links are right (96.38 to 100.00 %"_s),
             qPrintable(check.summary()));
}

QTEST_GUILESS_MAIN(TestMatchingCheck)
#include "tst_matchingcheck.moc"
