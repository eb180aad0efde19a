// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Patients and their requests.
#include "app/operations/simulatetables.h"
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
    void tiesAreAsLooseAsReal_data();
    void tiesAreAsLooseAsReal();
    void leftoversKeepSomePatients();
    void requestsLieInTheWindow();
    void dispositionsMatchTheirDates();

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
    QVERIFY2(share >= 25 && share <= 60, qPrintable(QString::number(share)));
    QVERIFY(several > 100);
}

void TestSimulatedPatients::tiesAreAsLooseAsReal_data()
{
    // Of the patients who use Secure Messaging, pooled over all prescribers of a kind, in per cent: those
    // tied to a right care team, as measured on a region of another make.
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::newRow("lead") << u"pact_lead"_s << 68 << 85;
    QTest::newRow("associate") << u"pact_assoc"_s << 66 << 86;
    QTest::newRow("resident") << u"resident"_s << 40 << 75;
    QTest::newRow("mental health") << u"mh"_s << 50 << 68;
    QTest::newRow("specialist") << u"spec"_s << 38 << 58;
    QTest::newRow("community care") << u"community"_s << 0 << 0;
}

void TestSimulatedPatients::tiesAreAsLooseAsReal()
{
    QFETCH(QString, kind);
    QFETCH(int, low);
    QFETCH(int, high);
    const Options options{.patients = 60'000, .renewals = 0};
    const Region region = buildRegion(m_tables, options);
    PatientSource source(region, m_tables, options);
    SimulatedPatient patient;
    int tied = 0;
    int all = 0;
    while (source.next(patient)) {
        QSet<qint64> teams;
        for (const int team : std::as_const(patient.teams))
            teams.insert(region.teams.at(team).careTeam.triageTeamId.value);
        QSet<int> prescribers;
        for (const SimulatedPrescription &prescription : std::as_const(patient.prescriptions))
            prescribers.insert(prescription.prescriber);
        for (const int index : std::as_const(prescribers)) {
            const Truth &truth = region.prescribers.at(index).truth;
            if (truth.kind != kind || teams.isEmpty())
                continue;
            const bool right = teams.contains(truth.team.value) ||
                               std::any_of(truth.alsoAcceptable.cbegin(), truth.alsoAcceptable.cend(),
                                           [&](TriageTeamId id) { return teams.contains(id.value); });
            tied += right ? 1 : 0;
            ++all;
        }
    }
    QVERIFY(all > 500);
    const int share = tied * 100 / all;
    QVERIFY2(share >= low && share <= high, qPrintable(QString::number(share)));
}

void TestSimulatedPatients::leftoversKeepSomePatients()
{
    PatientSource source(m_region, m_tables, m_options);
    SimulatedPatient patient;
    int kept = 0;
    int users = 0;
    int all = 0;
    while (source.next(patient)) {
        ++all;
        users += patient.teams.isEmpty() ? 0 : 1;
        kept += std::any_of(patient.teams.cbegin(), patient.teams.cend(),
                            [this](int team) { return m_region.teams.at(team).twin >= 0; })
                    ? 1
                    : 0;
    }
    QVERIFY(kept > users / 100 && kept < users / 4);
    QVERIFY(users > all * 45 / 100 && users < all * 55 / 100);
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

QTEST_GUILESS_MAIN(TestSimulatedPatients)
#include "tst_simulatedpatients.moc"
