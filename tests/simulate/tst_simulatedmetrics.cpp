// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the dashboards of a made-up region show, and what the rollout workspace makes of it.
#include "app/operations/simulatetables.h"
#include "models/rollout/evaluation.h"
#include "models/rollout/metricscope.h"
#include "models/rollout/notices.h"
#include "models/rollout/readiness.h"
#include "models/rollout/stagefigures.h"
#include "models/simulation/metrics.h"
#include "models/simulation/regionbuilder.h"
#include "models/simulation/rolloutplan.h"

#include <QTest>

using namespace renewal;
using namespace renewal::simulation;
using namespace Qt::StringLiterals;

class TestSimulatedMetrics final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void faultShowsOnDayThree();
    void gapIsMissingNotZero();
    void partsAddUpToTheWhole();
    void ratesAreFitForCharts();
    void planHasTwoStagesBegun();
    void rolloutReadsAsDrawn_data();
    void rolloutReadsAsDrawn();
    void anySizeIsWellFormed_data();
    void anySizeIsWellFormed();

private:
    const SimulatedMetric &metric(const QString &key) const;
    QVector<MetricSeries> asImported(const QVector<SimulatedMetric> &metrics, const Options &options) const;
    QVector<Station> stations() const;

    Tables m_tables;
    Region m_region;
    Options m_options;
    QVector<SimulatedMetric> m_metrics;
    SimulatedFault m_fault;
};

namespace {
qint64 sum(const QVector<MetricValue> &values, int from, int to)
{
    qint64 total = 0;
    for (int i = from; i < to; ++i)
        total += values.at(i).value_or(0);
    return total;
}
} // namespace

void TestSimulatedMetrics::initTestCase()
{
    auto tables = operations::loadSimulationTables();
    QVERIFY2(tables, "the word lists must be in the program");
    m_tables = *tables;
    m_region = buildRegion(m_tables, m_options);
    m_metrics = simulateMetrics(m_region, m_options);
    m_fault = simulatedFault(m_region, m_options);
}

const SimulatedMetric &TestSimulatedMetrics::metric(const QString &key) const
{
    static const SimulatedMetric none;
    const auto found =
        std::find_if(m_metrics.cbegin(), m_metrics.cend(), [&](const auto &one) { return one.key == key; });
    return found == m_metrics.cend() ? none : *found;
}

/// The series as the import makes them.
QVector<MetricSeries> TestSimulatedMetrics::asImported(const QVector<SimulatedMetric> &metrics,
                                                       const Options &options) const
{
    QVector<MetricSeries> all;
    const QDateTime begin(options.start, QTime(0, 0), Qt::UTC);
    for (const SimulatedMetric &metric : metrics) {
        for (const SimulatedSeries &simulated : metric.series) {
            MetricSeries series;
            series.key = metric.key + simulated.suffix;
            series.labels = simulated.tags.join(u',');
            series.source = u"datadog"_s;
            QDateTime at = begin.addSecs(metric.firstHour * 3'600);
            for (const MetricValue &value : simulated.values) {
                series.points.append({at, value ? std::optional(double(*value) / 1'000) : std::nullopt, {}});
                at = at.addSecs(metric.stepHours * 3'600);
            }
            all.append(series);
        }
    }
    return all;
}

QVector<Station> TestSimulatedMetrics::stations() const
{
    QVector<Station> all;
    for (const SimulatedStation &station : m_region.stations)
        all.append(station.station);
    return all;
}

void TestSimulatedMetrics::faultShowsOnDayThree()
{
    QVERIFY(m_region.stations.at(m_fault.station).station.ehr == EhrSystem::OracleHealth);
    QVERIFY(m_fault.firstHour >= 48 && m_fault.lastHour <= 72 && m_fault.lastHour - m_fault.firstHour >= 3);
    const QString ill = u'.' + m_region.stations.at(m_fault.station).station.number.text();
    for (const QString &key : {u"message_send_errors"_s, u"send_latency_p95"_s}) {
        QVERIFY(metric(key).series.first().suffix.isEmpty());
        for (const SimulatedSeries &series : metric(key).series) {
            QCOMPARE(series.values.size(), m_options.days * 24);
            const int hours = m_fault.lastHour - m_fault.firstHour;
            const qint64 during = sum(series.values, m_fault.firstHour, m_fault.lastHour);
            const qint64 after = sum(series.values, m_fault.lastHour, m_fault.lastHour + hours);
            const qint64 dayAfter = sum(series.values, m_fault.firstHour + 24, m_fault.lastHour + 24);
            if (series.suffix == ill)
                QVERIFY2(during > 4 * (dayAfter + 1) && during > 2 * after, qPrintable(key));
            else if (!series.place.isEmpty() && key == "send_latency_p95"_L1 &&
                     !series.place.contains("Oracle"_L1))
                QVERIFY2(during < 2 * dayAfter, "only one station is ill");
        }
    }
}

void TestSimulatedMetrics::gapIsMissingNotZero()
{
    for (const SimulatedMetric &one : m_metrics) {
        for (const SimulatedSeries &series : one.series) {
            if (one.stepHours > 1)
                continue;
            QCOMPARE(series.values.count(MetricValue()), 3);
            QVERIFY(!series.values.at(4 * 24 + 3).has_value());
        }
    }
}

void TestSimulatedMetrics::partsAddUpToTheWhole()
{
    for (const QString &key : {u"renewal_messages_sent"_s, u"message_send_errors"_s, u"renewals_begun"_s,
                               u"no_care_team"_s, u"misrouted_renewals"_s}) {
        qint64 whole = 0;
        qint64 systems = 0;
        qint64 places = 0;
        for (const SimulatedSeries &series : metric(key).series) {
            const qint64 total = sum(series.values, 0, int(series.values.size()));
            if (series.tags.isEmpty())
                whole += total;
            else if (series.tags.size() == 1 && series.tags.first().startsWith(u"ehr_source"))
                systems += total;
            else if (series.tags.size() == 2)
                places += total;
        }
        QVERIFY(whole > 0);
        QCOMPARE(systems, whole);
        QCOMPARE(places, whole); // five stations, all of them shown
    }
}

void TestSimulatedMetrics::ratesAreFitForCharts()
{
    const QVector<MetricValue> &sent = metric(u"renewal_messages_sent"_s).series.first().values;
    QCOMPARE(sent.at(0).value_or(-1), 0); // nobody sends before stage A
    const auto thousands = [&](int hour) { return sent.at(hour).value_or(0) / 1'000; };
    QVERIFY(thousands(20) > 40 && thousands(20) < 120);
    QVERIFY(thousands(3 * 24 + 17) > 250 && thousands(3 * 24 + 17) < 500);
    // Quiet at night, and never as good as nothing.
    QVERIFY(thousands(3 * 24 + 8) > 70 && thousands(3 * 24 + 8) < thousands(3 * 24 + 17) / 2);
}

void TestSimulatedMetrics::planHasTwoStagesBegun()
{
    const RolloutPlan plan = simulateRollout(m_options);
    QCOMPARE(plan.toggle, QLatin1StringView(renewalRequestToggle));
    QVector<double> percents;
    for (const RolloutStage &stage : plan.stages)
        percents.append(stage.percent);
    QCOMPARE(percents, QVector<double>({5, 25, 50, 75, 100}));
    QVERIFY(plan.stages.at(1).startedAt >= plan.stages.at(1).plannedAt);
    QVERIFY(!plan.stages.at(2).startedAt.isValid());
    QCOMPARE(plan.stages.at(1).minimumDays, 5);
    QCOMPARE(plan.signOffs.size(), 4);
    QCOMPARE(plan.incidents.size(), 1);
    QCOMPARE(plan.incidents.first().resolution, u"Toggle stayed on, fixed on Nov 19"_s);
    Options shorter = m_options;
    shorter.days = 3;
    QVERIFY(simulateRollout(shorter).signOffs.isEmpty());
}

void TestSimulatedMetrics::rolloutReadsAsDrawn_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<QString>("latency");   ///< the hours of the fault make its mean uncertain
    QTest::addColumn<QString>("misrouted"); ///< so rare that chance decides how soon it is known
    QTest::newRow("the default") << quint64(1) << u"too_little_data"_s << u"met"_s;
    QTest::newRow("the demo") << quint64(7) << u"met"_s << u"met"_s;
    QTest::newRow("another") << quint64(99) << u"met"_s << u"too_little_data"_s;
}

/// What the design's picture tells: verdicts, reasons and the notice.
void TestSimulatedMetrics::rolloutReadsAsDrawn()
{
    QFETCH(quint64, seed);
    QFETCH(QString, latency);
    QFETCH(QString, misrouted);
    m_options.seed = seed;
    m_region = buildRegion(m_tables, m_options);
    const auto series = asImported(simulateMetrics(m_region, m_options), m_options);
    const RolloutPlan plan = simulateRollout(m_options);
    const QDateTime now(m_options.end(), QTime(2, 0), Qt::UTC);
    const rollout::StageClock clock = rollout::stageClock(plan.stages, now);
    QCOMPARE(clock.dayShown(), 5);
    const auto criteria = rollout::releasePlanCriteria();
    const auto results = rollout::evaluate(criteria, series, clock, now);
    QStringList verdicts;
    for (const CriterionResult &result : results)
        verdicts.append(toString(result.verdict));
    QCOMPARE(verdicts, (QStringList{u"met"_s, latency, u"not_met"_s, u"too_little_data"_s, misrouted}));
    QCOMPARE(results.at(3).daysToGo, std::optional(2));
    QVERIFY(*results.at(3).now > *results.at(3).baseline);
    QStringList reasons;
    if (latency != u"met")
        reasons.append(u"Send latency has too little data"_s);
    reasons += QStringList{u"Renewals with a care team is below 95 %"_s, u"CSAT has too little data"_s};
    if (misrouted != u"met")
        reasons.append(u"Misrouted renewals has too little data"_s);
    reasons.append(u"UX and research has not signed off"_s);
    QCOMPARE(rollout::reasonsNotToAdvance(plan.stages, clock, criteria, results,
                                          rollout::completeSignOffs(plan.signOffs, u"C"_s)),
             reasons);
    const auto notices = rollout::findNotices(rollout::noticeRules(), series, stations(), now);
    QCOMPARE(notices.size(), 1);
    const SimulatedFault fault = simulatedFault(m_region, m_options);
    QCOMPARE(notices.first().station, m_region.stations.at(fault.station).station.number.text());
    QCOMPARE(notices.first().since, QDateTime(m_options.end().addDays(-1), QTime(13, 0), Qt::UTC));
    const auto steps = rollout::funnel(series, clock, now);
    QCOMPARE(steps.size(), 5);
    for (int i = 1; i < steps.size(); ++i)
        QVERIFY(steps.at(i).count < steps.at(i - 1).count && steps.at(i).count > 0);
    const StageSummary summary = rollout::stageSummary(series, clock, now);
    QCOMPARE(summary.messagesSent, std::optional(steps.last().count));
    QVERIFY(summary.errorsByType.startsWith(u"SM API "_s) && summary.errorsByType.contains(u", web "_s));
}

void TestSimulatedMetrics::anySizeIsWellFormed_data()
{
    QTest::addColumn<Options>("options");
    QTest::newRow("one station, one day") << Options{.stations = 1, .patients = 10, .days = 1};
    QTest::newRow("many stations") << Options{.stations = 15, .patients = 100, .days = 4};
    QTest::newRow("long") << Options{.stations = 2, .patients = 10, .days = 30};
}

void TestSimulatedMetrics::anySizeIsWellFormed()
{
    QFETCH(Options, options);
    const Region region = buildRegion(m_tables, options);
    const auto metrics = simulateMetrics(region, options);
    QSet<QString> keys;
    for (const SimulatedMetric &one : metrics) {
        for (const SimulatedSeries &series : one.series) {
            QVERIFY2(!keys.contains(one.key + series.suffix), qPrintable(one.key + series.suffix));
            keys.insert(one.key + series.suffix);
            QCOMPARE(series.values.size() * one.stepHours + one.firstHour, options.days * 24);
            for (const MetricValue &value : series.values)
                QVERIFY(value.value_or(0) >= 0);
        }
    }
    for (const MetricSeries &series : asImported(metrics, options))
        QVERIFY(!rollout::scopeOf(series).base.isEmpty());
}

QTEST_GUILESS_MAIN(TestSimulatedMetrics)
#include "tst_simulatedmetrics.moc"
