// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operations/reviewtest.h"

#include <cmath>
#include <utility>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// The threshold of matching and what it would change, on both databases.
class TestMatchingThreshold : public ReviewTest
{
    Q_OBJECT

public:
    using ReviewTest::ReviewTest;

private slots:
    void thresholdIsShownBeforeItIsSet();
    void marginCountsToo();
    void guardedOnesAreNoMatterOfTheThreshold();
    void thresholdIsKept();
    void thresholdRefuses_data();
    void thresholdRefuses();
    void lessSureGoesBackToSuggested();
};

void TestMatchingThreshold::thresholdIsShownBeforeItIsSet()
{
    fill();
    // Sure enough already, but something else keeps it from being linked: no threshold changes that.
    QVERIFY(add(u"GUARDED"_s, CorrelationStatus::Suggested, 0.9995).isValid());
    const auto lower = thresholds().preview(0.95, 4);
    VERIFY_OK(lower);
    QCOMPARE(lower->links, 12);
    QCOMPARE(lower->added, 8);
    QCOMPARE(lower->ended, 0);
    QCOMPARE(lower->stations.size(), 1);
    const auto higher = thresholds().preview(0.999, 4);
    VERIFY_OK(higher);
    QCOMPARE(higher->added, 0);
    QCOMPARE(higher->ended, 6);
    QCOMPARE(thresholds().preview(0.985, 4)->stations.size(), 0);
    QCOMPARE(toString(current(m_sets.first().prescriberId).status), u"auto"_s); // nothing was touched
}

void TestMatchingThreshold::marginCountsToo()
{
    fill();
    QVERIFY(add(u"CLOSE"_s, CorrelationStatus::Suggested, 0.93, 0.06).isValid()); // 3.95 bits
    QCOMPARE(thresholds().preview(0.92, 4)->added, 8);
    QCOMPARE(thresholds().preview(0.92, 3.9)->added, 9);
    QVERIFY(add(u"NEAR"_s, CorrelationStatus::Automatic, 0.989, 0.011).isValid()); // 6.5 bits
    QCOMPARE(thresholds().preview(0.985, 4)->ended, 0);
    QCOMPARE(thresholds().preview(0.985, 7)->ended, 1);
}

void TestMatchingThreshold::guardedOnesAreNoMatterOfTheThreshold()
{
    fill();
    const PrescriberId guarded = add(u"GUARDED"_s, CorrelationStatus::Suggested, 0.9995);
    VERIFY_OK(review().draw(30, u"paula"_s));
    for (const ReviewCase &one : cases()) {
        const qint64 team = one.prescriber == guarded ? otherTeam : rightTeam;
        VERIFY_OK(review().judge({one.id, ReviewVerdict::Team, {team}, {}, {}}, u"ann"_s));
    }
    QCOMPARE(QualityFigures(connection()).atThreshold(0.985)->precision.reviewed, 12);
    QCOMPARE(QualityFigures(connection()).atThreshold(0.985)->precision.estimate, 1.0);
    QCOMPARE(QualityFigures(connection()).atThreshold(0.95)->precision.reviewed, 20);
    const auto report = QualityFigures(connection()).report({});
    QVERIFY(report->calibration.last().found.right < report->calibration.last().found.reviewed);
}

void TestMatchingThreshold::thresholdIsKept()
{
    QCOMPARE(thresholds().policy()->probability, correlation::Policy().probability);
    MatchingThreshold wanted{0, 0.97, 3, {}, {}, u" All were right. "_s};
    const auto set = thresholds().set(wanted, u"paula"_s, m_clock);
    VERIFY_OK(set);
    QCOMPARE(set->version, 1);
    QCOMPARE(set->reason, u"All were right."_s);
    QCOMPARE(thresholds().policy()->probability, 0.97);
    QCOMPARE(thresholds().policy()->marginBits, 3.0);
    QCOMPARE(actions().first(), u"matching.threshold_set"_s);
    VERIFY_ERROR(thresholds().set(wanted, u"pit"_s, m_clock), ErrorCode::PreconditionFailed);
    const auto history = thresholds().history();
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->first(), *set);
    QCOMPARE(history->last().version, 0);
}

void TestMatchingThreshold::thresholdRefuses_data()
{
    QTest::addColumn<double>("probability");
    QTest::addColumn<double>("margin");
    QTest::addColumn<QString>("reason");
    QTest::newRow("too low") << 0.49 << 4.0 << u"why"_s;
    QTest::newRow("certainty") << 1.0 << 4.0 << u"why"_s;
    QTest::newRow("no number") << qQNaN() << 4.0 << u"why"_s;
    QTest::newRow("margin below zero") << 0.98 << -1.0 << u"why"_s;
    QTest::newRow("margin too wide") << 0.98 << 7.5 << u"why"_s;
    QTest::newRow("no reason") << 0.98 << 4.0 << u"  "_s;
    QTest::newRow("a novel") << 0.98 << 4.0 << QString(2001, u'x');
}

void TestMatchingThreshold::thresholdRefuses()
{
    QFETCH(double, probability);
    QFETCH(double, margin);
    QFETCH(QString, reason);
    VERIFY_ERROR(thresholds().set({0, probability, margin, {}, {}, reason}, u"paula"_s, m_clock),
                 ErrorCode::InvalidInput);
    QCOMPARE(thresholds().history()->size(), 1);
}

void TestMatchingThreshold::lessSureGoesBackToSuggested()
{
    fill();
    KeptEngine engine;
    engine.sets = m_sets;
    for (CandidateSet &set : engine.sets)
        set.automatic = set.candidates.first().probability >= 0.999;
    Matching matching(connection(), engine, m_clock);
    correlation::Policy policy;
    policy.probability = 0.999;
    matching.setPolicy(policy);
    VERIFY_OK(matching.run({u"552"_s}));
    QCOMPARE(toString(current(m_sets.first().prescriberId).status), u"suggested"_s);
    QCOMPARE(toString(current(m_sets.at(8).prescriberId).status), u"auto"_s);
}

RENEWAL_STORE_TEST_MAIN(TestMatchingThreshold)
#include "tst_matchingthreshold.moc"
