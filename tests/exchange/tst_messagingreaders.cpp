// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/exchangedata.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::exchange;
using namespace renewal::test;

/// Care teams, messages, stations and the files only a bulk extract has.
class TestMessagingReaders : public QObject
{
    Q_OBJECT
private slots:
    void mapsEveryFieldOfACareTeam();
    void readsOlderCareTeams();
    void keepsTwoTeamsOfOneName();
    void readsRequestsOfBothSpellings();
    void readsAnswersAndThreads();
    void readsStations();
    void readsPrescribers_data();
    void readsPrescribers();
    void readsPatientTeams();
    void readsPastRoutes();
    void refusesOneRecord_data();
    void refusesOneRecord();
};

void TestMessagingReaders::mapsEveryFieldOfACareTeam()
{
    const auto teams = recordsOfFile<CareTeam>(u"care_teams_allrecipients.json"_s);
    QCOMPARE(teams.size(), 2);
    CareTeam expected;
    expected.triageTeamId = TriageTeamId{4399547};
    expected.name = u"** DETROIT: Primary Care, Lydon, John R. Md"_s;
    expected.station = StationNumber(u"553");
    expected.preferred = true;
    expected.relationType = u"PATIENT"_s;
    expected.leadProviderName = u"Lydon, John"_s;
    expected.locationName = u"John D. Dingell"_s;
    expected.teamName = u"Team 4"_s;
    expected.suggestedNameDisplay = u"Detroit | Primary care | Team 4 - Lydon, John"_s;
    expected.healthCareSystemName = u"VA Detroit"_s;
    expected.groupType = u"PRIMARY_CARE"_s;
    expected.groupTypeDisplay = u"Primary Care"_s;
    QVERIFY(teams[0] == expected);
    QCOMPARE(teams[1].triageTeamId.value, 4399548);
    QVERIFY(teams[1].ehr == EhrSystem::OracleHealth);
    QVERIFY(teams[1].blocked && teams[1].migratingToOh && teams[1].signatureRequired);
    QCOMPARE(teams[1].relationType, u"PATIENT"_s);
}

void TestMessagingReaders::readsOlderCareTeams()
{
    const auto mock = recordsOfFile<CareTeam>(u"care_teams_mock.json"_s);
    QCOMPARE(mock.size(), 2);
    QCOMPARE(mock[0].triageTeamId.value, 11);
    QVERIFY(mock[0].blocked);
    const auto legacy = recordsOfFile<CareTeam>(u"care_teams_legacy.json"_s);
    QCOMPARE(legacy.size(), 1);
    QCOMPARE(legacy[0].triageTeamId.value, 153463);
    QVERIFY(legacy[0].station.isEmpty());
}

void TestMessagingReaders::keepsTwoTeamsOfOneName()
{
    const auto content = readDocument(exchangeFile(u"care_teams_upstream.json"_s));
    QVERIFY(content.has_value());
    QCOMPARE(content->places, (QStringList{u"[1].triageTeam[0]"_s, u"[1].triageTeam[1]"_s}));
}

void TestMessagingReaders::readsRequestsOfBothSpellings()
{
    const auto vagov = recordsOfFile<RenewalMessage>(u"message_request_vagov.json"_s).value(0);
    QCOMPARE(vagov.prescriptionId, u"24654491"_s);
    QCOMPARE(vagov.recipientId.value, 3658288);
    QCOMPARE(vagov.station.text(), u"757"_s);
    QVERIFY(vagov.ehr == EhrSystem::OracleHealth);
    QVERIFY(vagov.messageId.isEmpty());
    const auto upstream = recordsOfFile<RenewalMessage>(u"message_request_upstream.json"_s).value(0);
    QCOMPARE(upstream.prescriptionId, u"24654491"_s);
    QCOMPARE(upstream.category, u"MEDICATIONS"_s);
    QCOMPARE(upstream.subject, u"Renewal Needed"_s);
    const auto line = readAs<RenewalMessage>(exchangeFile(u"renewal_messages.ndjson"_s).split('\n').value(1),
                                             FileKind::Messages);
    QCOMPARE(line.patientKey, u"V2"_s);
    QCOMPARE(line.prescriptionId, u"9002"_s);
    QCOMPARE(line.recipientId.value, 7704373);
    QCOMPARE(line.sentDate, utc("2026-01-15T14:00:00Z"));
}

void TestMessagingReaders::readsAnswersAndThreads()
{
    const auto answer = recordsOfFile<RenewalMessage>(u"message_answer_upstream.json"_s).value(0);
    QCOMPARE(answer.messageId, u"674838"_s);
    QCOMPARE(answer.sentDate, utc("2017-01-31T21:30:48Z"));
    QCOMPARE(answer.senderName, u"DOE, JANE"_s);
    QVERIFY(answer.prescriptionId.isEmpty());
    const auto thread = recordsOfFile<RenewalMessage>(u"message_threads.json"_s).value(0);
    QCOMPARE(thread.messageId, u"3764003"_s); // not the thread's number
    QCOMPARE(thread.recipientName, u"OH TG GROUP 002"_s);
    const auto whole = readAs<RenewalMessage>(R"({"messageId":1,"body":"cut","messageBody":"complete"})",
                                              FileKind::Messages);
    QCOMPARE(whole.body, u"complete"_s);
}

void TestMessagingReaders::readsStations()
{
    const auto vamc = recordsOfFile<Station>(u"facilities_vamc.json"_s);
    QCOMPARE(vamc.size(), 2);
    QCOMPARE(vamc[0].number.text(), u"668"_s);
    QCOMPARE(vamc[0].healthCareSystemName, u"VA Spokane health care"_s);
    QVERIFY(vamc[0].ehr == EhrSystem::OracleHealth && vamc[0].ehrStated);
    QCOMPARE(vamc[1].number.text(), u"402GA"_s);
    QVERIFY(vamc[1].ehr == EhrSystem::VistA && vamc[1].ehrStated);
    const auto api = recordsOfFile<Station>(u"facilities_api.json"_s);
    QCOMPARE(api.size(), 1);
    QCOMPARE(api[0].timeZone, u"America/Los_Angeles"_s);
    QVERIFY(!api[0].ehrStated);
}

void TestMessagingReaders::readsPrescribers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("oracleHealth");
    const auto lines = exchangeFile(u"prescribers.ndjson"_s).split('\n');
    QTest::newRow("VistA") << lines[0] << u"LI SUN E"_s << false;
    QTest::newRow("Oracle Health") << lines[1] << u"OKAFOR CHIDI MD"_s << true;
    QTest::newRow("system not told")
        << QByteArray(R"({"prescriberId":1,"stationNumber":"523","requesterDisplay":"Li, Sun"})")
        << u"LI SUN"_s << true;
    QTest::newRow("first name is null")
        << QByteArray(
               R"({"prescriber_id":"P","station_number":"523","providerFirstName":null,"providerLastName":"LI"})")
        << u"LI"_s << false;
}

void TestMessagingReaders::readsPrescribers()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, key);
    QFETCH(bool, oracleHealth);
    const auto prescriber = readAs<Prescriber>(json, FileKind::Prescribers);
    QCOMPARE(prescriber.name.key(), key);
    QCOMPARE(prescriber.ehr == EhrSystem::OracleHealth, oracleHealth);
    QVERIFY(!prescriber.extractId.isEmpty());
}

void TestMessagingReaders::readsPatientTeams()
{
    const auto teams = readAs<PatientTeams>(exchangeFile(u"patient_triage_teams.ndjson"_s).split('\n')[0],
                                            FileKind::PatientTeams);
    QCOMPARE(teams.patientKey, u"V1"_s);
    QCOMPARE(teams.careTeams.size(), 2);
    QCOMPARE(teams.careTeams[0].value, 3417683);
    QCOMPARE(teams.careTeams[1].value, 7704373);
}

void TestMessagingReaders::readsPastRoutes()
{
    const auto lines = exchangeFile(u"renewal_history.ndjson"_s).split('\n');
    const auto kept = readAs<PastRoute>(lines[0], FileKind::RenewalHistory);
    QCOMPARE(kept.sentTo.value, 9553647);
    QVERIFY(!kept.reroutedTo.isValid());
    const auto moved = readAs<PastRoute>(lines[1], FileKind::RenewalHistory);
    QCOMPARE(moved.sentTo.value, 8085646);
    QCOMPARE(moved.reroutedTo.value, 6237723);
}

void TestMessagingReaders::refusesOneRecord_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *json, FileKind kind, const char *words) {
        QTest::newRow(name) << QByteArray(json) << kind << QString::fromLatin1(words);
    };
    row("team without number", R"({"name":"x"})", FileKind::CareTeams, "triageTeamId is missing");
    row("team number is a word", R"({"name":"x","triageTeamId":"abc"})", FileKind::CareTeams,
        "triageTeamId is not a number");
    row("team number is negative", R"({"name":"x","triageTeamId":-4})", FileKind::CareTeams,
        "care team number");
    row("team number is a fraction", R"({"name":"x","triageTeamId":1.5})", FileKind::CareTeams,
        "not a number");
    row("team at no station", R"({"name":"x","triageTeamId":1,"stationNumber":"Detroit"})",
        FileKind::CareTeams, "station number");
    row("team blocked by a word", R"({"name":"x","triageTeamId":1,"blockedStatus":"maybe"})",
        FileKind::CareTeams, "neither true nor false");
    row("team name is a list", R"({"name":["x"],"triageTeamId":1})", FileKind::CareTeams,
        "name cannot be a list");
    row("message to nobody", R"({"subject":"x"})", FileKind::Messages, "recipientId");
    row("message without a time", R"({"messageId":1,"sentDate":"later"})", FileKind::Messages,
        "sentDate is not a date");
    row("facility without id", R"({"name":"x"})", FileKind::Facilities, "no id");
    row("prescriber without station", R"({"prescriberId":"P","providerLastName":"X"})", FileKind::Prescribers,
        "stationNumber is missing");
    row("prescriber without name", R"({"prescriberId":"P","stationNumber":"523"})", FileKind::Prescribers,
        "no name");
    row("prescriber of another system",
        R"({"prescriberId":"P","stationNumber":"523","providerLastName":"X","dataSourceSystem":"EPIC"})",
        FileKind::Prescribers, "VISTA");
    row("teams are a text", R"({"patientId":"V","triageTeamIds":"1,2"})", FileKind::PatientTeams,
        "triageTeamIds cannot be text");
    row("teams hold a word", R"({"patientId":"V","triageTeamIds":["x"]})", FileKind::PatientTeams,
        "no number");
    row("patient is missing", R"({"triageTeamIds":[]})", FileKind::PatientTeams, "patientId is missing");
    row("route to nobody",
        R"({"patientId":"V","prescriberId":"P","stationNumber":"523","sentToTriageTeamId":null})",
        FileKind::RenewalHistory, "sentToTriageTeamId is missing");
    row("kind is no list", "{}", FileKind::DatadogMetrics, "not lists of records");
}

void TestMessagingReaders::refusesOneRecord()
{
    QFETCH(QByteArray, json);
    QFETCH(FileKind, kind);
    QFETCH(QString, words);
    const auto record = readOne(json, kind);
    QVERIFY(!record.has_value());
    QVERIFY2(record.error().text.contains(words), qPrintable(record.error().text));
}

QTEST_GUILESS_MAIN(TestMessagingReaders)
#include "tst_messagingreaders.moc"
