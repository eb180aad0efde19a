// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts on means, and what each verdict may spend of the 5 %.
#include "models/rollout/evaluation.h"
#include "models/rollout/judgement.h"
#include "tests/rollout/rolloutsamples.h"

#include <QTest>

#include <cmath>

using namespace renewal;
using namespace renewal::rollout;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
/// Hour 48: stage B has been on for a day.
QVector<CriterionResult> evaluated(const QVector<MetricSeries> &series, const OwnFigures &own = {},
                                   double hour = 48)
{
    const QDateTime now = hoursLater(hour);
    return evaluate(releasePlanCriteria(), series, stageClock(stages(), now), now, own);
}

CriterionResult resultOf(const QString &key, const QVector<CriterionResult> &results)
{
    for (const CriterionResult &result : results) {
        if (result.key == key)
            return result;
    }
    return {};
}
} // namespace

class TestJudgement final : public QObject
{
    Q_OBJECT

private slots:
    void latencies_data();
    void latencies();
    void spellsCountForLess();
    void alphasAddToFivePerCent();
    void satisfactionIsHeldAgainstBefore_data();
    void satisfactionIsHeldAgainstBefore();
    void fewDaysAreJudgedByTheScale();
};

void TestJudgement::latencies_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<double>("mean");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("fast") << 48 << 2.0 << u"met"_s;
    QTest::newRow("slow") << 48 << 4.0 << u"not_met"_s;
    QTest::newRow("about the limit") << 48 << 2.98 << u"too_little_data"_s;
    QTest::newRow("a day") << 24 << 1.0 << u"met"_s;
    QTest::newRow("an hour short") << 23 << 1.0 << u"too_little_data"_s;
}

/// Hours that go up and down by half a second, in spells of three that resemble each other.
void TestJudgement::latencies()
{
    QFETCH(int, hours);
    QFETCH(double, mean);
    QFETCH(QString, verdict);
    QVector<std::optional<double>> values;
    for (int hour = 0; hour < hours; ++hour)
        values.append(mean + (hour / 3 % 2 == 0 ? 0.5 : -0.5));
    const QVector<MetricSeries> series{hourly(u"send_latency_p95"_s, values, 24),
                                       hourly(u"renewal_messages_sent"_s, steady(100, hours), 24)};
    const CriterionResult result = resultOf(u"send_latency_p95"_s, evaluated(series, {}, 24 + hours));
    QCOMPARE(toString(result.verdict), verdict);
    QCOMPARE(result.lower.has_value(), hours >= 24);
    if (hours < 24) {
        QCOMPARE(result.daysToGo, std::optional(1));
        return;
    }
    QVERIFY(*result.lower < *result.now && *result.now < *result.upper);
    QVERIFY(*result.wouldBeSeen > 3);
}

void TestJudgement::spellsCountForLess()
{
    const auto width = [](int spell) {
        QVector<Observed> hours;
        for (int hour = 0; hour < 240; ++hour)
            hours.append({hour / spell % 2 == 0 ? 2.5 : 1.5, 100});
        const Judgement judgement = judgeMean(releasePlanCriteria().at(1), 0.001, hours);
        return *judgement.upper - *judgement.lower;
    };
    QVERIFY(width(12) > 1.5 * width(1));
}

void TestJudgement::alphasAddToFivePerCent()
{
    double sum = 0;
    for (const Criterion &criterion : releasePlanCriteria()) {
        QVERIFY(criterion.alpha > 0);
        sum += 5 * alphaOf(criterion, 5);
    }
    QVERIFY(std::abs(sum - 0.05) < 1e-12);
    QCOMPARE(stageClock(stages(), hoursLater(30)).stages, 3);
    // More stages, more caution.
    const Criterion criterion = releasePlanCriteria().first();
    const Observed observed{20, 4'000};
    QVERIFY(*judgeShare(criterion, alphaOf(criterion, 5), observed).upper >
            *judgeShare(criterion, alphaOf(criterion, 1), observed).upper);
}

void TestJudgement::satisfactionIsHeldAgainstBefore_data()
{
    QTest::addColumn<double>("before");
    QTest::addColumn<double>("answersBefore"); ///< a day, on eight days
    QTest::addColumn<double>("now");
    QTest::addColumn<double>("answersNow"); ///< a day, on six days
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("sentence");
    const QString drop = u" A drop of 0.2 is no worse."_s;
    QTest::newRow("better") << 3.8 << 50.0 << 3.9 << 50.0 << u"met"_s
                            << u"300 answers average 3.9; before the rollout 400 answers averaged 3.8."_s +
                                   drop;
    QTest::newRow("hardly worse")
        << 3.8 << 50.0 << 3.78 << 50.0 << u"met"_s
        << u"300 answers average 3.78; before the rollout 400 answers averaged 3.8."_s + drop;
    QTest::newRow("worse") << 3.8 << 50.0 << 3.4 << 50.0 << u"not_met"_s
                           << u"300 answers average 3.4; before the rollout 400 answers averaged 3.8."_s +
                                  drop;
    QTest::newRow("between") << 3.8 << 50.0 << 3.6 << 50.0 << u"too_little_data"_s
                             << u"300 answers average 3.6; before the rollout 400 answers averaged 3.8."_s +
                                    drop + u" It is too near to the limit to tell."_s;
    QTest::newRow("too few now")
        << 3.8 << 50.0 << 3.9 << 25.0 << u"too_little_data"_s
        << u"150 answers average 3.9; before the rollout 400 answers averaged 3.8."_s + drop +
               u" A verdict needs about 200 answers. About 2 more day(s) at this pace."_s;
    QTest::newRow("too few before") << 3.8 << 12.0 << 3.9 << 50.0 << u"too_little_data"_s
                                    << u"There is too little from before the rollout to compare with."_s;
}

void TestJudgement::satisfactionIsHeldAgainstBefore()
{
    QFETCH(double, before);
    QFETCH(double, answersBefore);
    QFETCH(double, now);
    QFETCH(double, answersNow);
    QFETCH(QString, verdict);
    QFETCH(QString, sentence);
    MetricSeries score = hourly(u"csat_score"_s, {});
    MetricSeries answers = hourly(u"csat_answers"_s, {});
    const auto addDay = [&](int day, double mean, double count) {
        score.points.append({hoursLater(24 * day), mean + (day % 2 == 0 ? 0.05 : -0.05), {}});
        answers.points.append({hoursLater(24 * day), count, {}});
    };
    for (int day = -8; day < 0; ++day)
        addDay(day, before, answersBefore);
    addDay(0, 1.0, 500); // the day the rollout began belongs to neither
    for (int day = 1; day < 7; ++day)
        addDay(day, now, answersNow);
    const CriterionResult result = resultOf(u"csat"_s, evaluated({score, answers}, {}, 24 * 7));
    QCOMPARE(toString(result.verdict), verdict);
    QCOMPARE(result.sentence, sentence);
    QVERIFY(std::abs(*result.baseline - before) < 1e-9);
    QCOMPARE(result.comparedWith, u"before the rollout"_s);
    QCOMPARE(result.denominator, std::optional(6 * answersNow));
    if (result.lower) // how far from before
        QVERIFY(*result.lower < now - before && now - before < *result.upper);
}

void TestJudgement::fewDaysAreJudgedByTheScale()
{
    // One day each: nothing is known of the spread, so that the widest on a scale of 1 to 5 is taken.
    MetricSeries score = hourly(u"csat_score"_s, {3.0}, -24);
    score.points += hourly({}, {3.9}, 24).points;
    MetricSeries answers = hourly(u"csat_answers"_s, {300}, -24);
    answers.points += hourly({}, {300}, 24).points;
    const CriterionResult result = resultOf(u"csat"_s, evaluated({score, answers}));
    QVERIFY(result.lower && *result.lower < 0.1 && *result.upper > 1.7);
}

QTEST_GUILESS_MAIN(TestJudgement)
#include "tst_judgement.moc"
