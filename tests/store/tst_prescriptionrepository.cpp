// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/correlationdocument.h"
#include "app/store/prescriptiondocument.h"
#include "app/store/prescriptionrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;

class TstPrescriptionRepository : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    PrescriptionRepository prescriptions() { return PrescriptionRepository(connection()); }
    static Prescription full();

private Q_SLOTS:
    void documentsRoundTrip();
    void damagedDocumentsAreTold();
    void aPrescriptionComesBackAsItWent();
    void theShortFormIsOneRowForAPair();
    void patientsAreCountedOnce();
    void patientsInCommonWithTeams();
    void teamsOfAPatient();
};

Prescription TstPrescriptionRepository::full()
{
    Prescription rx;
    int number = 0;
    for (QString *text :
         {&rx.prescriptionId, &rx.prescriptionNumber, &rx.patientKey, &rx.extractPrescriberId,
          &rx.prescriber.first, &rx.prescriber.last, &rx.prescriber.display, &rx.name, &rx.orderableItem,
          &rx.sig, &rx.indication, &rx.remarks, &rx.quantity, &rx.source, &rx.refillStatus, &rx.dispStatus,
          &rx.notRenewableReason, &rx.divisionName, &rx.facilityName})
        *text = u"text %1 \"ñ\"\n"_s.arg(++number);
    for (QDateTime *instant : {&rx.orderedDate, &rx.refillDate, &rx.refillSubmitDate, &rx.dispensedDate,
                               &rx.expirationDate, &rx.modifiedDate, &rx.renewalSubmitted})
        *instant = noon().addMSecs(++number);
    rx.ehr = EhrSystem::OracleHealth;
    rx.station = StationNumber(u"552GA"_s);
    rx.categories = {u"community"_s, u"discharge"_s};
    rx.refillRemaining = 0;
    rx.refillable = false;
    rx.renewable = true;
    rx.trackable = rx.inCernerTransition = true;
    rx.fills = {{u"f1"_s, u"RF"_s, u"suspended"_s, noon(), noon().addDays(1), {}, u"Dayton"_s}, {}};
    rx.fhir = FhirFacts{u"active"_s,
                        u"order"_s,
                        false,
                        {u"community"_s},
                        {u"completed"_s, u"in-progress"_s},
                        3,
                        u"not a date"_s,
                        {{u"http://va.gov/mhv/x"_s, true}}};
    Prescription earlier;
    earlier.prescriptionId = u"earlier"_s;
    earlier.fhir = FhirFacts{};
    rx.grouped = {earlier};
    return rx;
}

void TstPrescriptionRepository::documentsRoundTrip()
{
    for (const Prescription &one : {Prescription(), full()}) {
        const auto back = prescriptionFromDocument(toDocument(one));
        VERIFY_OK(back);
        QVERIFY(*back == one);
    }
    Prescription zoned;
    zoned.orderedDate = noon().toOffsetFromUtc(-5 * 3600);
    QCOMPARE(prescriptionFromDocument(toDocument(zoned))->orderedDate, noon());
}

void TstPrescriptionRepository::damagedDocumentsAreTold()
{
    for (const char *text : {"", "nonsense", "[1]", "{\"a\":"}) {
        VERIFY_ERROR(prescriptionFromDocument(text), ErrorCode::Integrity);
        VERIFY_ERROR(correlationFromDocument(text), ErrorCode::Integrity);
    }
    VERIFY_ERROR(candidatesFromDocument("{}"), ErrorCode::Integrity);
}

void TstPrescriptionRepository::aPrescriptionComesBackAsItWent()
{
    Prescription rx = full();
    const auto id = prescriptions().upsert(rx, PrescriberId{1});
    VERIFY_OK(id);
    rx.id = *id;
    const auto find = [&] {
        return prescriptions().find(EhrSystem::OracleHealth, u"552"_s, rx.prescriptionId, rx.patientKey);
    };
    QVERIFY(*find() == rx);
    rx.dispStatus = u"Expired"_s;
    rx.fhir.reset();
    QCOMPARE(*prescriptions().upsert(rx, PrescriberId{1}), *id);
    QVERIFY(*find() == rx);
    QVERIFY(!prescriptions().find(EhrSystem::VistA, u"552"_s, rx.prescriptionId, rx.patientKey)->has_value());
    QVERIFY(!prescriptions().find(EhrSystem::OracleHealth, u"552"_s, rx.prescriptionId, {})->has_value());
    QCOMPARE(*prescriptions().total(), 1);
    VERIFY_OK(connection().run(u"UPDATE prescription SET document = 'damaged'"_s));
    VERIFY_ERROR(find(), ErrorCode::Integrity);
}

void TstPrescriptionRepository::theShortFormIsOneRowForAPair()
{
    const auto add = [&](const QString &patient, const QDate &day) {
        return prescriptions().addShort(PrescriberId{1}, {patient, u"D17"_s, StationNumber(u"552GA"_s), day});
    };
    VERIFY_OK(add(u"P-1"_s, QDate(2026, 1, 5)));
    VERIFY_OK(add(u"P-1"_s, QDate(2025, 1, 5)));
    VERIFY_OK(add(u"P-1"_s, QDate()));
    VERIFY_OK(add(u"P-1"_s, QDate(2026, 2, 1)));
    VERIFY_OK(add(u"P-2"_s, QDate()));
    VERIFY_OK(add(u"P-2"_s, QDate(2026, 2, 2)));
    const auto rows = connection().rows<QString>(
        u"SELECT patient_key || ' ' || first_ordered || ' ' || last_ordered || ' ' || number FROM prescribed "
        "ORDER BY 1"_s,
        {}, [](const Row &row) { return row.text(0); });
    QCOMPARE(*rows, (QVector<QString>{u"P-1 2025-01-05 2026-02-01 4"_s, u"P-2 2026-02-02 2026-02-02 2"_s}));
}

void TstPrescriptionRepository::patientsAreCountedOnce()
{
    for (const QString &patient : {u"P-1"_s, u"P-2"_s})
        VERIFY_OK(prescriptions().addShort(PrescriberId{1},
                                           {patient, u"D17"_s, StationNumber(u"552"_s), QDate(2026, 1, 5)}));
    Prescription rx;
    rx.station = StationNumber(u"552"_s);
    for (const QString &patient : {u"P-2"_s, u"P-3"_s}) {
        rx.patientKey = patient;
        VERIFY_OK(prescriptions().upsert(rx, PrescriberId{1}));
    }
    rx.patientKey = u"P-4"_s;
    VERIFY_OK(prescriptions().upsert(rx, PrescriberId{2}));
    QCOMPARE(*prescriptions().patients(u"552"_s, PrescriberId{1}), 3);
    QCOMPARE(*prescriptions().patients(u"553"_s, PrescriberId{1}), 0);
}

void TstPrescriptionRepository::patientsInCommonWithTeams()
{
    VERIFY_OK(prescriptions().sharedPatients(u"552"_s, PrescriberId{1}));
    QVERIFY(prescriptions().sharedPatients(u"552"_s, PrescriberId{1})->isEmpty());
    VERIFY_OK(connection().run(
        u"INSERT INTO prescribed (parent_station, prescriber_id, patient_key, station) VALUES "
        "('552', 1, 'P-1', '552'), ('552', 1, 'P-2', '552'), ('552', 2, 'P-3', '552'), "
        "('553', 1, 'P-4', '553')"_s));
    Prescription both;
    both.station = StationNumber(u"552");
    both.prescriptionId = u"9"_s;
    both.patientKey = u"P-2"_s; // known in both forms, and one person all the same
    VERIFY_OK(prescriptions().upsert(both, PrescriberId{1}));
    QVERIFY(prescriptions().sharedPatients(u"552"_s, PrescriberId{1})->isEmpty());
    VERIFY_OK(
        connection().run(u"INSERT INTO patient_team (parent_station, patient_key, triage_team_id) VALUES "
                         "('552', 'P-1', 9), ('552', 'P-2', 9), ('552', 'P-2', 3), ('552', 'P-3', 3), "
                         "('553', 'P-4', 4)"_s));
    QCOMPARE(*prescriptions().sharedPatients(u"552"_s, PrescriberId{1}),
             (QMap<qint64, qint64>{{3, 1}, {9, 2}}));
    // All patients of these teams at the station, whoever prescribes for them.
    QCOMPARE(*prescriptions().teamPatients(u"552"_s, {{3}, {4}}), (QMap<qint64, qint64>{{3, 2}, {4, 0}}));
    QVERIFY(prescriptions().teamPatients(u"552"_s, {})->isEmpty());
}

void TstPrescriptionRepository::teamsOfAPatient()
{
    VERIFY_OK(
        connection().run(u"INSERT INTO patient_team (parent_station, patient_key, triage_team_id) VALUES "
                         "('552', 'P-1', 9), ('552', 'P-1', 3), ('553', 'P-1', 4), ('552', 'P-2', 5)"_s));
    QCOMPARE(*prescriptions().patientTeams(u"552"_s, u"P-1"_s), (QVector<TriageTeamId>{{3}, {9}}));
}

RENEWAL_STORE_TEST_MAIN(TstPrescriptionRepository)
#include "tst_prescriptionrepository.moc"
