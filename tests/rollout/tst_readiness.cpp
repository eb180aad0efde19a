// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rollout stands, who must still sign off, and why it may not go on.
#include "models/rollout/disciplines.h"
#include "models/rollout/readiness.h"
#include "tests/rollout/rolloutsamples.h"

#include <QTest>

using namespace renewal;
using namespace renewal::rollout;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
QVector<CriterionResult> verdicts(CriterionVerdict verdict)
{
    QVector<CriterionResult> results;
    for (const Criterion &criterion : releasePlanCriteria()) {
        CriterionResult result;
        result.key = criterion.key;
        result.verdict = verdict;
        results.append(result);
    }
    return results;
}

QVector<SignOff> allGiven()
{
    QVector<SignOff> all = completeSignOffs({}, u"C"_s);
    for (SignOff &signOff : all)
        signOff.given = true;
    return all;
}

QStringList reasons(const QVector<CriterionResult> &results, const QVector<SignOff> &signOffs,
                    double hour = 168)
{
    const StageClock clock = stageClock(stages(), hoursLater(hour));
    return reasonsNotToAdvance(stages(), clock, releasePlanCriteria(), results, signOffs);
}
} // namespace

class TestReadiness final : public QObject
{
    Q_OBJECT

private slots:
    void clockKnowsTheStage_data();
    void clockKnowsTheStage();
    void nothingStandsInTheWay();
    void everyVerdictIsAReason();
    void timeIsAReason_data();
    void timeIsAReason();
    void missingWordsAreReasons();
    void theLastStageHasNoNext();
    void signOffsAreCompleted();
};

void TestReadiness::clockKnowsTheStage_data()
{
    QTest::addColumn<double>("hour");
    QTest::addColumn<int>("present");
    QTest::addColumn<int>("next");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("dayShown");
    QTest::addColumn<bool>("longEnough");
    QTest::newRow("before the rollout") << -0.1 << -1 << 0 << 0 << 1 << true;
    QTest::newRow("first moment") << 0.0 << 0 << 1 << 0 << 1 << false;
    QTest::newRow("last moment of A") << 23.99 << 0 << 1 << 0 << 1 << false;
    QTest::newRow("first moment of B") << 24.0 << 1 << 2 << 0 << 1 << false;
    QTest::newRow("just under five days") << 143.99 << 1 << 2 << 4 << 5 << false;
    QTest::newRow("five days") << 144.0 << 1 << 2 << 5 << 5 << true;
    QTest::newRow("long after") << 400.0 << 1 << 2 << 15 << 5 << true;
}

void TestReadiness::clockKnowsTheStage()
{
    QFETCH(double, hour);
    QFETCH(int, present);
    QFETCH(int, next);
    QFETCH(int, days);
    QFETCH(int, dayShown);
    QFETCH(bool, longEnough);
    const StageClock clock = stageClock(stages(), hoursLater(hour));
    QCOMPARE(clock.present, present);
    QCOMPARE(clock.next, next);
    QCOMPARE(clock.days, days);
    QCOMPARE(clock.dayShown(), dayShown);
    QCOMPARE(clock.isLongEnough(), longEnough);
}

void TestReadiness::nothingStandsInTheWay()
{
    QCOMPARE(reasons(verdicts(CriterionVerdict::Met), allGiven()), QStringList());
}

void TestReadiness::everyVerdictIsAReason()
{
    QCOMPARE(
        reasons(verdicts(CriterionVerdict::NotMet), allGiven()),
        (QStringList{u"Message send errors is above 1 %"_s, u"Send latency is above 3 s"_s,
                     u"Renewals with a care team is below 95 %"_s, u"CSAT is worse than before the rollout"_s,
                     u"Misrouted renewals is above 0.1 %"_s}));
    QCOMPARE(reasons(verdicts(CriterionVerdict::TooLittleData), allGiven()).at(3),
             u"CSAT has too little data"_s);
}

void TestReadiness::timeIsAReason_data()
{
    QTest::addColumn<double>("hour");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("first day") << 25.0 << QStringList{u"Stage B has been on for 0 of 5 day(s)"_s};
    QTest::newRow("fourth day over") << 143.9 << QStringList{u"Stage B has been on for 4 of 5 day(s)"_s};
    QTest::newRow("fifth day over") << 144.0 << QStringList();
}

void TestReadiness::timeIsAReason()
{
    QFETCH(double, hour);
    QFETCH(QStringList, expected);
    QCOMPARE(reasons(verdicts(CriterionVerdict::Met), allGiven(), hour), expected);
}

void TestReadiness::missingWordsAreReasons()
{
    QVector<SignOff> signOffs = allGiven();
    signOffs[2].given = false;
    QCOMPARE(reasons(verdicts(CriterionVerdict::Met), signOffs),
             QStringList{u"UX and research has not signed off"_s});
    QCOMPARE(reasons(verdicts(CriterionVerdict::Met), completeSignOffs({}, u"C"_s)).size(), 5);
}

void TestReadiness::theLastStageHasNoNext()
{
    QVector<RolloutStage> two = stages();
    two.removeLast();
    const StageClock clock = stageClock(two, hoursLater(400));
    QCOMPARE(clock.next, -1);
    QCOMPARE(reasonsNotToAdvance(two, clock, releasePlanCriteria(), verdicts(CriterionVerdict::NotMet), {}),
             QStringList{u"Stage B is the last one"_s});
    QCOMPARE(reasonsNotToAdvance({}, stageClock({}, monday()), {}, {}, {}),
             QStringList{u"No stages are planned"_s});
}

void TestReadiness::signOffsAreCompleted()
{
    const SignOff given{u"qa"_s, u"C"_s, true, u"QA"_s, monday(), u"14 of 14"_s};
    const SignOff other{u"product"_s, u"B"_s, true, u"P. Osei"_s, monday(), {}};
    const SignOff foreign{u"sales"_s, u"C"_s, true, u"S."_s, monday(), {}};
    const QVector<SignOff> all = completeSignOffs({given, other, foreign}, u"C"_s);
    QStringList words;
    QStringList titles;
    for (const SignOff &signOff : all) {
        words.append(signOff.discipline);
        titles.append(disciplineTitle(signOff.discipline));
    }
    QCOMPARE(words, disciplines());
    QCOMPARE(titles,
             (QStringList{u"Product"_s, u"Engineering"_s, u"UX and research"_s, u"DEPO/OCTO"_s, u"QA"_s}));
    QCOMPARE(all.last(), given);
    QVERIFY(!all.first().given);
    QVERIFY(completeSignOffs({given}, {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestReadiness)
#include "tst_readiness.moc"
