// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts of the release plan's criteria: certainty, too little data, the stage's span, gaps, late data.
#include "models/rollout/evaluation.h"
#include "models/rollout/stagefigures.h"
#include "tests/rollout/rolloutsamples.h"

#include <QTest>

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

/// All of a criterion's figures in one hour of stage B.
QVector<MetricSeries> oneHour(const QString &counted, double bad, const QString &of, double all)
{
    return {hourly(counted, {bad}, 30), hourly(of, {all}, 30)};
}
} // namespace

class TestCriteria final : public QObject
{
    Q_OBJECT

private slots:
    void boundaries_data();
    void boundaries();
    void figuresAloneDecide();
    void sentencesTellCounts_data();
    void sentencesTellCounts();
    void onlyTheStageCounts();
    void gapsAreNoZeros();
    void lateDataIsNotCounted();
    void withoutFiguresThereIsNoVerdict();
    void sharesWithCountsWillDo();
    void theQueueStandsIn_data();
    void theQueueStandsIn();
    void funnelAndSummaryAddUp();
};

void TestCriteria::boundaries_data()
{
    QTest::addColumn<QString>("criterion");
    QTest::addColumn<QString>("counted");
    QTest::addColumn<double>("bad");
    QTest::addColumn<QString>("of");
    QTest::addColumn<double>("all");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, const QString &criterion, const QString &counted, double bad,
                        const QString &of, double all, const QString &verdict) {
        QTest::newRow(name) << criterion << counted << bad << of << all << verdict;
    };
    const QString errors = u"message_send_errors"_s;
    const QString sent = u"renewal_messages_sent"_s;
    const QString found = u"renewals_with_care_team"_s;
    const QString misrouted = u"misrouted_renewals"_s;
    // Errors are held against sent and failed together.
    row("errors surely few", errors, errors, 18, sent, 3'982, u"met"_s);
    row("errors not surely few", errors, errors, 19, sent, 3'981, u"too_little_data"_s);
    row("errors at the limit", errors, errors, 40, sent, 3'960, u"too_little_data"_s);
    row("errors not surely many", errors, errors, 67, sent, 3'933, u"too_little_data"_s);
    row("errors surely many", errors, errors, 68, sent, 3'932, u"not_met"_s);
    row("no errors among enough", errors, errors, 0, sent, 786, u"met"_s);
    row("no errors, one short", errors, errors, 0, sent, 785, u"too_little_data"_s);
    row("care team surely enough", found, u"no_care_team"_s, 63, u"renewals_begun"_s, 2'000, u"met"_s);
    row("care team nearly", found, u"no_care_team"_s, 64, u"renewals_begun"_s, 2'000, u"too_little_data"_s);
    row("care team not surely", found, u"no_care_team"_s, 142, u"renewals_begun"_s, 2'000,
        u"too_little_data"_s);
    row("care team surely too few", found, u"no_care_team"_s, 143, u"renewals_begun"_s, 2'000, u"not_met"_s);
    row("misrouted surely few", misrouted, misrouted, 5, sent, 20'000, u"met"_s);
    row("misrouted not surely few", misrouted, misrouted, 6, sent, 20'000, u"too_little_data"_s);
    row("misrouted surely many", misrouted, misrouted, 40, sent, 20'000, u"not_met"_s);
}

void TestCriteria::boundaries()
{
    QFETCH(QString, criterion);
    QFETCH(QString, counted);
    QFETCH(double, bad);
    QFETCH(QString, of);
    QFETCH(double, all);
    QFETCH(QString, verdict);
    const auto results = evaluated(oneHour(counted, bad, of, all));
    QCOMPARE(results.size(), 5);
    const CriterionResult result = resultOf(criterion, results);
    QCOMPARE(toString(result.verdict), verdict);
    QVERIFY(result.now.has_value());
    QVERIFY(!result.sentence.isEmpty());
    // The range lies where the verdict says.
    const double limit = result.limit;
    QVERIFY(result.lower && result.upper && *result.lower <= *result.now && *result.now <= *result.upper);
    const bool isOpen = *result.lower <= limit && limit <= *result.upper;
    QCOMPARE(isOpen, verdict == u"too_little_data");
    QVERIFY(!result.wouldBeSeen || (*result.wouldBeSeen > limit) == result.atMost);
}

void TestCriteria::figuresAloneDecide()
{
    // The same hours in another order, and the same counts in fewer hours.
    const auto judged = [](const QVector<std::optional<double>> &bad) {
        QVector<std::optional<double>> good;
        for (const auto &value : bad)
            good.append(500 - *value);
        return resultOf(u"message_send_errors"_s, evaluated({hourly(u"message_send_errors"_s, bad, 25),
                                                             hourly(u"renewal_messages_sent"_s, good, 25)}));
    };
    const CriterionResult one = judged({0, 1, 4, 9, 2, 0});
    QVERIFY(one == judged({0, 1, 4, 9, 2, 0}));
    QVERIFY(one == judged({9, 0, 4, 2, 0, 1}));
}

void TestCriteria::sentencesTellCounts_data()
{
    QTest::addColumn<QString>("criterion");
    QTest::addColumn<QVector<MetricSeries>>("series");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *criterion, const QVector<MetricSeries> &series,
                        const char *sentence) {
        QTest::newRow(name) << QString::fromLatin1(criterion) << series << QString::fromLatin1(sentence);
    };
    const auto errors = [](double bad, double sent) {
        return oneHour(u"message_send_errors"_s, bad, u"renewal_messages_sent"_s, sent);
    };
    const auto noTeam = [](double bad, double begun) {
        return oneHour(u"no_care_team"_s, bad, u"renewals_begun"_s, begun);
    };
    row("met", "message_send_errors", errors(8, 3'992),
        "8 of 4,000 messages could not be sent (0.2 %). At most 1 % is allowed. 1.9 % or more would have "
        "been seen.");
    row("needs more", "message_send_errors", errors(8, 1'992),
        "8 of 2,000 messages could not be sent (0.4 %). At most 1 % is allowed. A verdict needs about 3,141 "
        "messages. About 1 more day(s) at this pace. 2.3 % or more would have been seen.");
    row("a little above the limit does not read as the limit", "message_send_errors", errors(101, 9'899),
        "101 of 10,000 messages could not be sent (1.01 %). At most 1 % is allowed. It is too near to the "
        "limit to tell. 1.5 % or more would have been seen.");
    row("not met", "renewals_with_care_team", noTeam(800, 10'000),
        "9,200 of 10,000 renewals found a care team (92.0 %). At least 95 % is needed. 93.8 % or less would "
        "have been seen.");
    row("latency", "send_latency_p95",
        {hourly(u"send_latency_p95"_s, {2.0, 4.0}, 30),
         hourly(u"renewal_messages_sent"_s, {900.0, 100.0}, 30)},
        "The hourly 95th percentile averages 2.2 s over 1,000 messages. At most 3 s is allowed. A verdict "
        "needs about 12,000 messages. About 11 more day(s) at this pace.");
    row("nothing at all", "misrouted_renewals", {}, "There is no figure for this stage yet.");
}

void TestCriteria::sentencesTellCounts()
{
    QFETCH(QString, criterion);
    QFETCH(QVector<MetricSeries>, series);
    QFETCH(QString, sentence);
    QCOMPARE(resultOf(criterion, evaluated(series)).sentence, sentence);
}

void TestCriteria::onlyTheStageCounts()
{
    // Stage A was bad; the hour stage B begins counts, the hour of now does not.
    MetricSeries errors = hourly(u"message_send_errors"_s, steady(500, 24));
    errors.points += hourly({}, steady(1, 24), 24).points + hourly({}, steady(900, 3), 48).points;
    const MetricSeries sent = hourly(u"renewal_messages_sent"_s, steady(999, 51));
    const CriterionResult result = resultOf(u"message_send_errors"_s, evaluated({errors, sent}));
    QCOMPARE(result.numerator, std::optional(24.0));
    QCOMPARE(result.denominator, std::optional(24'000.0));
    QCOMPARE(toString(result.verdict), u"met"_s);
}

void TestCriteria::gapsAreNoZeros()
{
    // Hours that one of the two lacks count in neither.
    const MetricSeries errors = hourly(u"message_send_errors"_s, {10, std::nullopt, 10, 10}, 30);
    const MetricSeries sent = hourly(u"renewal_messages_sent"_s, {990, 990, std::nullopt, 990}, 30);
    const CriterionResult result = resultOf(u"message_send_errors"_s, evaluated({errors, sent}));
    QCOMPARE(result.numerator, std::optional(20.0));
    QCOMPARE(result.denominator, std::optional(2'000.0));
    const MetricSeries noTeam = hourly(u"no_care_team"_s, {50, std::nullopt, 50}, 30);
    const MetricSeries begun = hourly(u"renewals_begun"_s, {900, 900, 900}, 30);
    const CriterionResult found = resultOf(u"renewals_with_care_team"_s, evaluated({noTeam, begun}));
    QCOMPARE(found.denominator, std::optional(1'800.0));
    QCOMPARE(found.numerator, std::optional(1'700.0));
}

void TestCriteria::lateDataIsNotCounted()
{
    // Now is hour 96: analytics count to hour 48.
    const MetricSeries errors = hourly(u"message_send_errors"_s, steady(1, 96), 0, u"ga4"_s);
    const MetricSeries sent = hourly(u"renewal_messages_sent"_s, steady(99, 96));
    const auto late = resultOf(u"message_send_errors"_s, evaluated({errors, sent}, {}, 96));
    QCOMPARE(late.denominator, std::optional(24 * 100.0));
    const MetricSeries prompt = hourly(u"message_send_errors"_s, steady(1, 96));
    const auto all = resultOf(u"message_send_errors"_s, evaluated({prompt, sent}, {}, 96));
    QCOMPARE(all.denominator, std::optional(72 * 100.0));
}

void TestCriteria::withoutFiguresThereIsNoVerdict()
{
    for (const CriterionResult &result : evaluated({})) {
        QCOMPARE(toString(result.verdict), u"too_little_data"_s);
        QVERIFY(!result.now.has_value());
        QVERIFY(!result.daysToGo.has_value());
    }
    // An hour in which nobody sent anything is no error rate.
    const auto nobody = evaluated(oneHour(u"message_send_errors"_s, 0, u"renewal_messages_sent"_s, 0));
    QVERIFY(!resultOf(u"message_send_errors"_s, nobody).now.has_value());
    // Before the first stage there is nothing to judge.
    QVERIFY(evaluated({}, {}, -1).isEmpty());
}

void TestCriteria::sharesWithCountsWillDo()
{
    MetricSeries share = hourly(u"message_send_error_share"_s, {1.0, 2.0}, 30);
    share.points[0].count = 900;
    share.points[1].count = 100;
    const CriterionResult result = resultOf(u"message_send_errors"_s, evaluated({share}));
    QCOMPARE(result.denominator, std::optional(1'000.0));
    QCOMPARE(result.now, std::optional(1.1));
    QVERIFY(result.lower && result.upper);
}

void TestCriteria::theQueueStandsIn_data()
{
    QTest::addColumn<qint64>("renewals");
    QTest::addColumn<qint64>("withTeam");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("met") << qint64(2'000) << qint64(1'937) << u"met"_s;
    QTest::newRow("not met") << qint64(2'000) << qint64(1'857) << u"not_met"_s;
    QTest::newRow("too few") << qint64(2'000) << qint64(1'900) << u"too_little_data"_s;
}

void TestCriteria::theQueueStandsIn()
{
    QFETCH(qint64, renewals);
    QFETCH(qint64, withTeam);
    QFETCH(QString, verdict);
    const OwnFigures own{renewals, withTeam};
    const QString key = u"renewals_with_care_team"_s;
    const CriterionResult result = resultOf(key, evaluated({}, own));
    QCOMPARE(toString(result.verdict), verdict);
    QCOMPARE(result.numerator, std::optional(double(withTeam)));
    // A series is worth more than the queue.
    const auto series = oneHour(u"no_care_team"_s, 10, u"renewals_begun"_s, 1'000);
    QCOMPARE(resultOf(key, evaluated(series, own)).numerator, std::optional(990.0));
}

void TestCriteria::funnelAndSummaryAddUp()
{
    MetricSeries api = hourly(u"message_send_errors.sm_api"_s, {5, 4}, 30);
    api.labels = u"error_type:sm_api"_s;
    MetricSeries web = hourly(u"message_send_errors.web"_s, {2, 0}, 30);
    web.labels = u"error_type:web"_s;
    MetricSeries none = hourly(u"message_send_errors.other"_s, {0, 0}, 30);
    none.labels = u"error_type:other"_s;
    const QVector<MetricSeries> series{hourly(u"funnel_saw_link"_s, {7, 100, std::nullopt, 80}, 23),
                                       hourly(u"funnel_sent"_s, {3, 40, std::nullopt, 30}, 23),
                                       hourly(u"renewal_messages_sent"_s, {300, 200}, 30),
                                       hourly(u"message_send_errors"_s, {7, 4}, 30),
                                       web,
                                       api,
                                       none};
    const QDateTime now = hoursLater(48);
    const StageClock clock = stageClock(stages(), now);
    const QVector<FunnelStep> steps = funnel(series, clock, now);
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps[0], (FunnelStep{u"saw_link"_s, u"Saw the renewal link"_s, 180}));
    QCOMPARE(steps[1], (FunnelStep{u"sent"_s, u"Message sent"_s, 70}));
    const StageSummary summary = stageSummary(series, clock, now);
    QCOMPARE(summary, (StageSummary{180, 500, 11, u"SM API 9, web 2"_s, {}}));
    QCOMPARE(stageSummary({}, clock, now), StageSummary{});
}

QTEST_GUILESS_MAIN(TestCriteria)
#include "tst_criteria.moc"
