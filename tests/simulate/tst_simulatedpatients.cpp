// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Patients, their requests, and the metrics of the rollout.
#include "app/operations/simulatetables.h"
#include "models/simulation/metrics.h"
#include "models/simulation/patients.h"
#include "models/simulation/regionbuilder.h"

#include <QSet>
#include <QTest>

using namespace renewal;
using namespace renewal::simulation;
using namespace Qt::StringLiterals;

class TestSimulatedPatients final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void renewalsAreExact_data();
    void renewalsAreExact();
    void patientsSendOnlyToOpenTeams();
    void requestsLieInTheWindow();
    void dispositionsMatchTheirDates();
    void faultShowsOnDayThree();
    void gapIsMissingNotZero();
    void rolloutHasTwoStagesBegun();

private:
    Tables m_tables;
    Region m_region;
    Options m_options;
};

void TestSimulatedPatients::initTestCase()
{
    auto tables = operations::loadSimulationTables();
    QVERIFY2(tables, "the word lists must be in the program");
    m_tables = *tables;
    m_region = buildRegion(m_tables, m_options);
}

void TestSimulatedPatients::renewalsAreExact_data()
{
    QTest::addColumn<Options>("options");
    QTest::newRow("the default") << Options{};
    QTest::newRow("none") << Options{.patients = 100, .renewals = 0};
    QTest::newRow("one") << Options{.patients = 100, .renewals = 1};
    QTest::newRow("many a patient") << Options{.patients = 100, .renewals = 3'000};
    QTest::newRow("one patient") << Options{.stations = 1, .patients = 1, .renewals = 7};
}

void TestSimulatedPatients::renewalsAreExact()
{
    QFETCH(Options, options);
    const Region region = buildRegion(m_tables, options);
    PatientSource source(region, m_tables, options);
    SimulatedPatient patient;
    int patients = 0;
    QSet<quint64> numbers;
    while (source.next(patient)) {
        ++patients;
        QVERIFY(!patient.prescriptions.isEmpty());
        for (const SimulatedRenewal &renewal : patient.renewals)
            numbers.insert(renewal.number);
    }
    QCOMPARE(patients, options.patients);
    QCOMPARE(numbers.size(), options.renewalCount());
}

void TestSimulatedPatients::patientsSendOnlyToOpenTeams()
{
    PatientSource source(m_region, m_tables, m_options);
    SimulatedPatient patient;
    int right = 0;
    int wrong = 0;
    int several = 0;
    while (source.next(patient)) {
        several += patient.renewals.size() > 1 ? 1 : 0;
        for (const SimulatedRenewal &renewal : patient.renewals) {
            QVERIFY(patient.teams.contains(renewal.team));
            QVERIFY(!m_region.teams.at(renewal.team).careTeam.blocked);
            QCOMPARE(m_region.teams.at(renewal.team).station, patient.station);
            const SimulatedPrescriber &prescriber = m_region.prescribers.at(renewal.prescriber);
            QCOMPARE(prescriber.station, patient.station);
            const bool isRight =
                prescriber.truth.team == m_region.teams.at(renewal.team).careTeam.triageTeamId;
            // With a primary-care prescriber even a Veteran who always writes to the same team is right.
            if (prescriber.truth.kind == "mh"_L1 || prescriber.truth.kind == "spec"_L1)
                (isRight ? right : wrong) += 1;
        }
    }
    const int share = right * 100 / (right + wrong);
    QVERIFY2(share >= 50 && share <= 80, qPrintable(QString::number(share)));
    QVERIFY(several > 100);
}

void TestSimulatedPatients::requestsLieInTheWindow()
{
    const qint64 first = QDateTime(m_options.start, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    const qint64 end = QDateTime(m_options.end(), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    PatientSource source(m_region, m_tables, m_options);
    SimulatedPatient patient;
    int repeats = 0;
    int old = 0;
    int all = 0;
    while (source.next(patient)) {
        for (const SimulatedRenewal &renewal : patient.renewals) {
            QVERIFY(renewal.sentAt >= first && renewal.sentAt < end);
            QVERIFY(renewal.repeatedAt == 0 ||
                    (renewal.repeatedAt > renewal.sentAt && renewal.repeatedAt < end));
            repeats += renewal.repeatedAt > 0 ? 1 : 0;
            old += end - renewal.sentAt > 5 * 86'400 ? 1 : 0;
            ++all;
        }
    }
    QVERIFY(repeats > 0);
    QVERIFY2(old > all / 20 && old < all / 2, "some are overdue, most are not");
}

void TestSimulatedPatients::dispositionsMatchTheirDates()
{
    PatientSource source(m_region, m_tables, m_options);
    SimulatedPatient patient;
    QSet<int> seen;
    while (source.next(patient)) {
        for (const SimulatedRenewal &renewal : patient.renewals) {
            seen.insert(int(renewal.disposition));
            const qint64 past = renewal.expires.daysTo(m_options.end());
            const qint64 pastAtStart = renewal.expires.daysTo(m_options.start);
            if (renewal.disposition == Disposition::ExpiredLately)
                QVERIFY(pastAtStart > 0 && past < 120);
            else if (renewal.disposition == Disposition::ExpiredLongAgo)
                QVERIFY(pastAtStart > 120);
            else
                QVERIFY(past < 0);
            if (renewal.disposition == Disposition::NoRefillsLeft)
                QCOMPARE(renewal.refillsLeft, 0);
            if (renewal.disposition == Disposition::RefillsLeft)
                QVERIFY(renewal.refillsLeft > 0);
            QVERIFY(!renewal.lastFilled.isValid() || renewal.lastFilled < m_options.start);
        }
    }
    QCOMPARE(seen.size(), 7);
}

void TestSimulatedPatients::faultShowsOnDayThree()
{
    const SimulatedFault fault = simulatedFault(m_region);
    QVERIFY(m_region.stations.at(fault.station).station.ehr == EhrSystem::OracleHealth);
    QVERIFY(fault.firstHour >= 48 && fault.lastHour <= 72 && fault.lastHour - fault.firstHour >= 3);
    const QString number = m_region.stations.at(fault.station).station.number.text();
    const QVector<SimulatedMetric> metrics = simulateMetrics(m_region, m_options);
    for (const QString &key : {u"message_send_errors"_s, u"send_latency_p95"_s}) {
        const auto metric = std::find_if(metrics.cbegin(), metrics.cend(),
                                         [&](const SimulatedMetric &m) { return m.key == key; });
        QVERIFY(metric != metrics.cend());
        QVERIFY(metric->series.first().stationNumber.isEmpty());
        for (const SimulatedSeries &series : metric->series) {
            QCOMPARE(series.values.size(), m_options.days * 24);
            qint64 during = 0;
            qint64 dayBefore = 0;
            for (int hour = fault.firstHour; hour < fault.lastHour; ++hour) {
                during += series.values.at(hour).value_or(0);
                dayBefore += series.values.at(hour - 24).value_or(0);
            }
            if (series.stationNumber == number)
                QVERIFY2(during > 4 * (dayBefore + 1), qPrintable(key));
            else if (!series.stationNumber.isEmpty() && key == "send_latency_p95"_L1)
                QVERIFY2(during < 2 * dayBefore, "only one station is ill");
        }
    }
}

void TestSimulatedPatients::gapIsMissingNotZero()
{
    for (const SimulatedMetric &metric : simulateMetrics(m_region, m_options)) {
        for (const SimulatedSeries &series : metric.series) {
            QCOMPARE(series.values.count(MetricValue()), 3);
            QVERIFY(!series.values.at(4 * 24 + 3).has_value());
        }
    }
}

void TestSimulatedPatients::rolloutHasTwoStagesBegun()
{
    const RolloutPlan plan = simulateRollout(m_options);
    QCOMPARE(plan.toggle, QLatin1StringView(renewalRequestToggle));
    QVector<double> percents;
    for (const RolloutStage &stage : plan.stages)
        percents.append(stage.percent);
    QCOMPARE(percents, QVector<double>({5, 25, 50, 75, 100}));
    QVERIFY(plan.stages.at(1).startedAt > plan.stages.at(1).plannedAt);
    QVERIFY(!plan.stages.at(2).startedAt.isValid());
    // Nobody sends before stage A.
    const QVector<SimulatedMetric> metrics = simulateMetrics(m_region, m_options);
    QCOMPARE(metrics.first().key, u"renewal_messages_sent"_s);
    const QVector<MetricValue> &sent = metrics.first().series.first().values;
    QCOMPARE(sent.at(0).value_or(-1), 0);
    QVERIFY(sent.at(5 * 24 + 15).value_or(0) > sent.at(15).value_or(0));
}

QTEST_GUILESS_MAIN(TestSimulatedPatients)
#include "tst_simulatedpatients.moc"
