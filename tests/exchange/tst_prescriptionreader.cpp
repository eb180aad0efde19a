// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/exchangedata.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::exchange;
using namespace renewal::test;

/// Every delivered form of a prescription gives the same domain values.
class TestPrescriptionReader : public QObject
{
    Q_OBJECT
private slots:
    void mapsEveryFieldOfV1();
    void readsFillsAndGrouped();
    void readsV2InSnakeCase();
    void readsTheUpstream();
    void takesTheNameOfTheItem();
    void findsTheEhr_data();
    void findsTheEhr();
    void readsScalarsTolerantly_data();
    void readsScalarsTolerantly();
    void mixesShortAndFullForms();
    void refusesOneRecord_data();
    void refusesOneRecord();
    void refusesOtherResources();
    void mapsAMedicationRequest();
    void judgesMedicationRequests_data();
    void judgesMedicationRequests();
};

void TestPrescriptionReader::mapsEveryFieldOfV1()
{
    const auto found = recordsOfFile<Prescription>(u"prescriptions_v1_list.json"_s);
    QCOMPARE(found.size(), 2);
    const Prescription &rx = found[0];
    QCOMPARE(rx.prescriptionId, u"9001"_s);
    QCOMPARE(rx.prescriptionNumber, u"5550001A"_s);
    QCOMPARE(rx.name, u"LISINOPRIL 10MG TAB"_s);
    QCOMPARE(rx.refillStatus, u"active"_s);
    QCOMPARE(rx.refillRemaining, std::optional(0));
    QCOMPARE(rx.refillable, std::optional(false));
    QVERIFY(!rx.renewable.has_value());
    QCOMPARE(rx.facilityName, u"Dayton Medical Center"_s);
    QCOMPARE(rx.station.text(), u"552GA"_s);
    QCOMPARE(rx.orderedDate, utc("2025-11-01T04:00:00Z"));
    QCOMPARE(rx.expirationDate, utc("2026-11-02T05:00:00Z"));
    QCOMPARE(rx.dispensedDate, utc("2026-01-07T00:00:00Z")); // the sorted one wins
    QCOMPARE(rx.quantity, u"30"_s);
    QCOMPARE(rx.sig, u"TAKE ONE TABLET BY MOUTH DAILY"_s);
    QCOMPARE(rx.prescriber.first, u"CHIDI N"_s);
    QCOMPARE(rx.prescriber.last, u"OKAFOR"_s);
    QCOMPARE(rx.dispStatus, u"Active"_s);
    QCOMPARE(rx.source, u"RX"_s);
    QCOMPARE(rx.categories, QStringList{u"Rx Medication"_s});
    QVERIFY(rx.trackable);
    QVERIFY(!rx.inCernerTransition);
    QCOMPARE(rx.indication, u"BLOOD PRESSURE"_s);
    QCOMPARE(rx.renewalSubmitted, utc("2026-04-01T00:00:00Z"));
    QVERIFY(rx.ehr == EhrSystem::VistA);
    QVERIFY(!rx.fhir.has_value());
}

void TestPrescriptionReader::readsFillsAndGrouped()
{
    const Prescription rx = recordsOfFile<Prescription>(u"prescriptions_v1_list.json"_s).value(0);
    QCOMPARE(rx.fills.size(), 1);
    const FillRecord &fill = rx.fills[0];
    QCOMPARE(fill.id, u"9101"_s);
    QCOMPARE(fill.source, u"RF"_s);
    QCOMPARE(fill.status, u"active"_s);
    QCOMPARE(fill.refillDate, utc("2026-01-05T05:00:00Z"));
    QVERIFY(!fill.dispensedDate.isValid());
    QCOMPARE(fill.facilityName, u"Dayton Medical Center"_s);
    QCOMPARE(rx.grouped.size(), 1);
    QCOMPARE(rx.grouped[0].prescriptionId, u"8001"_s);
    QCOMPARE(rx.grouped[0].station.text(), u"552"_s);
    QCOMPARE(rx.grouped[0].dispStatus, u"Expired"_s);
}

void TestPrescriptionReader::readsV2InSnakeCase()
{
    const auto found = recordsOfFile<Prescription>(u"prescriptions_v2_list.json"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].prescriptionId, u"20848812135"_s);
    QVERIFY(found[0].prescriptionNumber.isEmpty());
    QVERIFY(found[0].prescriber.first.isEmpty());
    QCOMPARE(found[0].prescriber.last, u"Sauer, Mark, PharmD"_s);
    QVERIFY(found[0].ehr == EhrSystem::OracleHealth);
    QCOMPARE(found[0].categories, (QStringList{u"community"_s, u"discharge"_s}));
    QCOMPARE(found[0].refillRemaining, std::optional(2));
    QCOMPARE(found[0].renewable, std::optional(false));
    QCOMPARE(found[0].quantity, u"60"_s);
    // v1 and v2 forms of one name agree.
    PrescriberName v1{u"BHAVIN"_s, u"PATEL"_s, {}};
    QCOMPARE(found[1].prescriber.key(), v1.key());
}

void TestPrescriptionReader::readsTheUpstream()
{
    const Prescription rx = recordsOfFile<Prescription>(u"prescriptions_upstream.json"_s).value(0);
    QCOMPARE(rx.orderedDate, utc("2016-05-24T04:00:00Z"));
    QCOMPARE(rx.fills.size(), 1);
    QCOMPARE(rx.fills[0].id, u"77"_s);
}

void TestPrescriptionReader::takesTheNameOfTheItem()
{
    const Prescription rx = recordsOfFile<Prescription>(u"prescriptions_v1_list.json"_s).value(1);
    QCOMPARE(rx.name, u"FISH OIL"_s);
    QVERIFY(!rx.refillRemaining.has_value());
}

void TestPrescriptionReader::findsTheEhr_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("oracleHealth");
    QTest::newRow("nothing said") << QByteArray("\"x\":1") << false;
    QTest::newRow("data source system") << QByteArray(R"("dataSourceSystem":"ORACLE_HEALTH")") << true;
    QTest::newRow("source EHR") << QByteArray(R"("sourceEhr":"OH")") << true;
    QTest::newRow("VistA with source VA")
        << QByteArray(R"("dataSourceSystem":"VISTA","prescriptionSource":"VA")") << false;
    QTest::newRow("source VA") << QByteArray(R"("prescriptionSource":"VA")") << true;
    QTest::newRow("source RX") << QByteArray(R"("prescriptionSource":"RX")") << false;
    QTest::newRow("unknown word") << QByteArray(R"("dataSourceSystem":"OTHER")") << false;
}

void TestPrescriptionReader::findsTheEhr()
{
    QFETCH(QByteArray, fields);
    QFETCH(bool, oracleHealth);
    const auto rx = readAs<Prescription>(R"({"prescriptionId":1,)" + fields + "}", FileKind::Prescriptions);
    QCOMPARE(rx.prescriptionId, u"1"_s);
    QCOMPARE(rx.ehr == EhrSystem::OracleHealth, oracleHealth);
}

void TestPrescriptionReader::readsScalarsTolerantly_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("remaining"); // -1: not told
    const auto row = [](const char *name, const char *json, const char *id, int remaining) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(id) << remaining;
    };
    row("numbers", R"({"prescriptionId":12,"refillRemaining":3})", "12", 3);
    row("texts", R"({"prescriptionId":"12","refillRemaining":"3"})", "12", 3);
    row("snake case", R"({"prescription_id":12,"refill_remaining":0})", "12", 0);
    row("large numbers stay whole", R"({"prescriptionId":9007199254740993})", "9007199254740993", -1);
    row("unsigned", R"({"prescriptionId":18446744073709551615})", "18446744073709551615", -1);
    row("null and empty", R"({"prescriptionId":1,"refillRemaining":"","orderedDate":"","isRefillable":""})",
        "1", -1);
    row("whole double", R"({"prescriptionId":1,"refillRemaining":2.0})", "1", 2);
    row("booleans as text", R"({"prescriptionId":1,"isRefillable":"true","isTrackable":"N"})", "1", -1);
    row("id of the wrapping", R"({"id":"5","type":"prescriptions","attributes":{"sig":"x"}})", "5", -1);
    row("whole answer on a line",
        R"({"data":{"id":"5","attributes":{"prescriptionId":5,"refillRemaining":1}}})", "5", 1);
    row("unknown fields", R"({"colour":{"a":[1,{"b":2}]},"prescriptionId":1,"refillRemaining":1,"x":[[]]})",
        "1", 1);
    row("key with only underscores", R"({"__":1,"_prescriptionId":3,"prescriptionId":1})", "1", -1);
    row("empty key", R"({"":1,"prescriptionId":1})", "1", -1);
}

void TestPrescriptionReader::readsScalarsTolerantly()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, id);
    QFETCH(int, remaining);
    const auto rx = readAs<Prescription>(json, FileKind::Prescriptions);
    QCOMPARE(rx.prescriptionId, id);
    QCOMPARE(rx.refillRemaining.value_or(-1), remaining);
}

void TestPrescriptionReader::mixesShortAndFullForms()
{
    const QByteArray shortForm =
        R"({"patientId":"V1","prescriberId":"P1","stationNumber":"523gd","orderedDate":"2026-01-12"})";
    const auto found = readAs<ShortPrescription>(shortForm, FileKind::Prescriptions);
    QCOMPARE(found.patientKey, u"V1"_s);
    QCOMPARE(found.extractPrescriberId, u"P1"_s);
    QCOMPARE(found.station.text(), u"523GD"_s);
    QCOMPARE(found.orderedDate, QDate(2026, 1, 12));
    const QByteArray fullForm =
        R"({"patientId":"V1","prescriberId":"P1","stationNumber":"523","prescriptionId":7})";
    const auto full = readAs<Prescription>(fullForm, FileKind::ShortPrescriptions);
    QCOMPARE(full.patientKey, u"V1"_s);
    QCOMPARE(full.extractPrescriberId, u"P1"_s);
    QCOMPARE(full.prescriptionId, u"7"_s);
}

void TestPrescriptionReader::refusesOneRecord_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &json, const char *words) {
        QTest::newRow(name) << json << QString::fromLatin1(words);
    };
    row("no id", R"({"sig":"x"})", "prescriptionId is missing");
    row("id is null", R"({"prescriptionId":null})", "prescriptionId is missing");
    row("id is a list", R"({"prescriptionId":[1]})", "prescriptionId cannot be a list");
    row("short form without station", R"({"patientId":"V","prescriberId":"P"})", "stationNumber is missing");
    row("negative refills", R"({"prescriptionId":1,"refillRemaining":-1})", "refillRemaining");
    row("flag is a list", R"({"prescriptionId":1,"isTrackable":[]})", "isTrackable");
    row("fills are a text", R"({"prescriptionId":1,"rxRfRecords":"none"})", "rxRfRecords");
    row("fill has a wrong date", R"({"prescriptionId":1,"rxRfRecords":[{"refillDate":"soon"}]})",
        "rxRfRecords: refillDate");
    row("category holds an object", R"({"prescriptionId":1,"category":[{}]})", "category");
    row("attributes are a list", R"({"id":1,"attributes":[]})", "attributes");
    row("two record systems", R"({"prescriptionId":1,"dataSourceSystem":"VISTA","sourceEhr":"OH"})",
        "contradict");
    row("no object", "[1]", "An object was expected");
    row("not JSON", "{", "cut off");
    QByteArray deep = R"({"prescriptionId":1})";
    for (int i = 0; i < 40; ++i)
        deep = R"({"prescriptionId":1,"groupedMedications":[)" + deep + "]}";
    row("groups within groups", deep, "groupedMedications");
    QByteArray wrapped = R"({"prescriptionId":1})";
    for (int i = 0; i < 40; ++i)
        wrapped = R"({"attributes":)" + wrapped + "}";
    row("wrapping within wrapping", wrapped, "attributes");
    QByteArray lists = "{}";
    for (int i = 0; i < 40; ++i)
        lists = "[" + lists + "]";
    row("lists within lists of fills", R"({"prescriptionId":1,"rxRfRecords":)" + lists + "}", "rxRfRecords");
}

void TestPrescriptionReader::refusesOneRecord()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const auto record = readOne(json, FileKind::Prescriptions);
    QVERIFY(!record.has_value());
    QVERIFY2(record.error().text.contains(words), qPrintable(record.error().text));
}

void TestPrescriptionReader::refusesOtherResources()
{
    const auto patient = readOne(R"({"resourceType":"Patient","id":"77"})", FileKind::FhirBundle);
    QVERIFY(!patient.has_value());
    QVERIFY2(patient.error().text.contains(u"FHIR Patient"_s), qPrintable(patient.error().text));
}

void TestPrescriptionReader::mapsAMedicationRequest()
{
    const Prescription rx = recordsOfFile<Prescription>(u"fhir_bundle.json"_s).value(0);
    QCOMPARE(rx.prescriptionId, u"15209317771"_s);
    QVERIFY(rx.ehr == EhrSystem::OracleHealth);
    QCOMPARE(rx.patientKey, u"66235560"_s);
    QCOMPARE(rx.extractPrescriberId, u"45632912"_s);
    QCOMPARE(rx.prescriber.display, u"Okafor, Chidi, MD"_s);
    QCOMPARE(rx.station.text(), u"556"_s); // of the newest dispense, which is not the last one
    QCOMPARE(rx.name, u"amlodipine 2.5 mg tablet"_s);
    QCOMPARE(rx.sig, u"1 tab daily."_s);
    QCOMPARE(rx.quantity, u"90"_s);
    QCOMPARE(rx.prescriptionNumber, u"757-123"_s);
    QCOMPARE(rx.indication, u"blood pressure"_s);
    QCOMPARE(rx.remarks, u"one; two"_s);
    QCOMPARE(rx.source, u"VA"_s);
    QCOMPARE(rx.refillRemaining, std::optional(2)); // three repeats, two completed fills
    QCOMPARE(rx.expirationDate, utc("2026-02-11T19:35:27Z"));
    QCOMPARE(rx.renewalSubmitted, utc("2026-01-15T08:00:00Z")); // the Task for another order does not count
    QCOMPARE(rx.dispensedDate, utc("2025-05-12T10:30:00Z"));
    QCOMPARE(rx.fills.size(), 2);
    QVERIFY(rx.fhir.has_value());
    QCOMPARE(rx.fhir->dispenseStatuses, (QStringList{u"completed"_s, u"completed"_s}));
    QCOMPARE(rx.fhir->categories, (QStringList{u"Discharge"_s, u"community"_s}));
    QCOMPARE(rx.fhir->repeatsAllowed, std::optional(3));
    QCOMPARE(rx.fhir->reported, std::optional(false));
    QCOMPARE(rx.fhir->validityPeriodEnd, u"2026-02-11T19:35:27Z"_s);
    QCOMPARE(rx.fhir->extensions.value(0).url, u"http://example.org/fhir/refill-request"_s);
    QVERIFY(rx.fhir->extensions.value(0).valueBoolean);
}

void TestPrescriptionReader::judgesMedicationRequests_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("refillStatus");
    QTest::addColumn<QString>("dispStatus");
    QTest::addColumn<QString>("station");
    const auto row = [](const char *name, const char *fields, const char *refill, const char *disp,
                        const char *station) {
        QTest::newRow(name) << QByteArray(fields) << QString::fromLatin1(refill) << QString::fromLatin1(disp)
                            << QString::fromLatin1(station);
    };
    row("non-VA", R"("status":"active")", "active", "Active: Non-VA", "");
    row("on hold", R"("status":"on-hold")", "providerHold", "Active: On hold", "");
    row("stopped", R"("status":"stopped")", "discontinued", "Discontinued", "");
    row("draft", R"("status":"draft")", "pending", "Unknown", "");
    row("no status", R"("x":1)", "unknown", "Unknown", "");
    row("being filled",
        R"("status":"active","contained":[{"resourceType":"MedicationDispense","status":"in-progress","location":{"display":"668-X"}}])",
        "refillinprocess", "Active: Refill in Process", "668");
    row("refill asked for",
        R"("status":"active","contained":[{"resourceType":"Task","status":"requested","intent":"order"}])",
        "submitted", "Active: Submitted", "");
    row("location without number",
        R"("status":"active","contained":[{"resourceType":"MedicationDispense","location":{"display":"WALLA WALLA"}}])",
        "active", "Active: Non-VA", "");
    row("location with a longer number",
        R"("status":"active","contained":[{"resourceType":"MedicationDispense","location":{"display":"5561 MAIN"}}])",
        "active", "Active: Non-VA", "");
    row("contained is no list",
        R"("status":"active","contained":5,"category":"x","dosageInstruction":{"text":"y"})", "active",
        "Active: Non-VA", "");
}

void TestPrescriptionReader::judgesMedicationRequests()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, refillStatus);
    QFETCH(QString, dispStatus);
    QFETCH(QString, station);
    const auto rx = readAs<Prescription>(R"({"resourceType":"MedicationRequest","id":"1",)" + fields + "}",
                                         FileKind::FhirBundle);
    QCOMPARE(rx.refillStatus, refillStatus);
    QCOMPARE(rx.dispStatus, dispStatus);
    QCOMPARE(rx.station.text(), station);
    QCOMPARE(rx.source, u"NV"_s);
    QCOMPARE(rx.refillRemaining, std::optional(0));
}

QTEST_GUILESS_MAIN(TestPrescriptionReader)
#include "tst_prescriptionreader.moc"
