// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operations/importsupport.h"
#include "tests/support/storetest.h"

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
const QByteArray correlationHead = "prescriberId,stationNumber,triageTeamId,probability,status\n";
const QByteArray teamHead = "triageTeamId,name,stationNumber,blockedStatus,migratingToOh\n";
} // namespace

/// What an import must never do: send a renewal to a team that cannot answer, or to another person's.
class TestImportSafety : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void linksEndWithTheirGrounds_data();
    void linksEndWithTheirGrounds();
    void unsafeLinksAreSetAside_data();
    void unsafeLinksAreSetAside();
    void aPersonsNoStands_data();
    void aPersonsNoStands();
    void anIdOfAnotherDeliveryNamesNobody();
    void anotherStationsPrescriptionIsNotMeant();
    void twoGuessesForOneRequest();
    void whatCameInTimeIsJudgedByThen();
    void aClearedImportStoresNothing();

private:
    QString sql(const char *statement) { return value(connection(), QString::fromLatin1(statement)); }
    /// One prescriber with a linked team and one renewal that is ready to route.
    void writeLinked(ImportFolder &folder, const QByteArray &status)
    {
        folder.write(u"prescribers.ndjson"_s, {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s)});
        folder.writeBytes(u"teams.csv"_s, teamHead + "7,Blue,552,false,false\n8,Red,552,false,false\n");
        folder.writeBytes(u"correlations.csv"_s, correlationHead + "P1,552,7,0.93," + status + '\n');
        folder.write(u"rx.ndjson"_s, {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s)});
        folder.write(u"sm.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-27T15:00:00Z"_s)});
    }
};

void TestImportSafety::linksEndWithTheirGrounds_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("teams");
    QTest::addColumn<QString>("secondPrescriber");
    QTest::addColumn<QString>("correlation");
    QTest::newRow("nothing changes") << QByteArray("auto") << QByteArray("7,Blue,552,false,false\n")
                                     << QString() << u"auto"_s;
    QTest::newRow("the team is blocked")
        << QByteArray("auto") << QByteArray("7,Blue,552,true,false\n") << QString() << u"stale"_s;
    QTest::newRow("a person's team is blocked")
        << QByteArray("manual") << QByteArray("7,Blue,552,true,false\n") << QString() << u"stale"_s;
    QTest::newRow("the team moves to Oracle Health")
        << QByteArray("manual") << QByteArray("7,Blue,552,false,true\n") << QString() << u"stale"_s;
    QTest::newRow("a second person of that name")
        << QByteArray("auto") << QByteArray("7,Blue,552,false,false\n")
        << prescriberLine(u"P2"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s) << u"stale"_s;
}

void TestImportSafety::linksEndWithTheirGrounds()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, teams);
    QFETCH(QString, secondPrescriber);
    QFETCH(QString, correlation);
    ImportFolder folder;
    writeLinked(folder, status);
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(sql("SELECT state FROM renewal"), u"ready_to_route"_s);
    ImportFolder later;
    later.writeBytes(u"teams.csv"_s, teamHead + teams);
    later.write(u"prescribers.ndjson"_s,
                {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s), secondPrescriber});
    // A new request in the same import must not become ready either.
    later.write(u"rx.ndjson"_s, {prescriptionLine(u"V2"_s, u"12"_s, u"P1"_s, u"552"_s)});
    later.write(u"sm.ndjson"_s, {messageLine(u"V2"_s, u"12"_s, 7, u"2026-02-28T15:00:00Z"_s)});
    VERIFY_OK(later.import(connection()));
    QCOMPARE(sql("SELECT status FROM correlation"), correlation);
    const bool ended = correlation == u"stale"_s;
    QCOMPARE(sql("SELECT count(*) FROM renewal WHERE state = 'ready_to_route'"), ended ? u"0"_s : u"2"_s);
    QCOMPARE(sql("SELECT count(*) FROM audit WHERE action = 'correlation.stale'"), ended ? u"1"_s : u"0"_s);
    QCOMPARE(sql("SELECT count(*) FROM correlation WHERE valid_to IS NOT NULL"), ended ? u"1"_s : u"0"_s);
}

void TestImportSafety::unsafeLinksAreSetAside_data()
{
    QTest::addColumn<QByteArray>("teams");
    QTest::addColumn<QString>("secondPrescriber");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("because");
    const QByteArray open = "7,Blue,552,false,false\n";
    const QString twin = prescriberLine(u"P2"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s);
    QTest::newRow("blocked") << QByteArray("7,Blue,552,true,false\n") << QString() << QByteArray("manual")
                             << u"blocked"_s;
    QTest::newRow("moving") << QByteArray("7,Blue,552,false,true\n") << QString() << QByteArray("auto")
                            << u"blocked"_s;
    QTest::newRow("by hand for a shared name") << open << twin << QByteArray("manual") << u"share the name"_s;
    QTest::newRow("automatic for a shared name") << open << twin << QByteArray("auto") << u"share the name"_s;
}

void TestImportSafety::unsafeLinksAreSetAside()
{
    QFETCH(QByteArray, teams);
    QFETCH(QString, secondPrescriber);
    QFETCH(QByteArray, status);
    QFETCH(QString, because);
    ImportFolder folder;
    writeLinked(folder, status);
    folder.writeBytes(u"teams.csv"_s, teamHead + teams);
    folder.write(u"prescribers.ndjson"_s,
                 {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s), secondPrescriber});
    const auto result = folder.import(connection());
    VERIFY_OK(result);
    QCOMPARE(sql("SELECT count(*) FROM correlation"), u"0"_s);
    QCOMPARE(sql("SELECT state FROM renewal"), u"needs_routing"_s);
    QCOMPARE(result->setAsideCount, 1);
    QVERIFY2(result->setAside.first().reason.contains(because), qPrintable(result->setAside.first().reason));
    QCOMPARE(result->setAside.first().file, u"correlations.csv"_s);
}

void TestImportSafety::aPersonsNoStands_data()
{
    QTest::addColumn<QString>("decidedBy");
    QTest::addColumn<QString>("refused");
    QTest::addColumn<QString>("because");
    QTest::newRow("ended by a review") << u"reviewer"_s << u"7"_s << u"refused this care team"_s;
    QTest::newRow("ended for a person") << u"nurse"_s << QString() << u"came back to a person"_s;
    QTest::newRow("refused, nothing decided since") << u""_s << u"7"_s << u"refused this care team"_s;
    QTest::newRow("ended by matching") << u"matching"_s << QString() << QString();
    QTest::newRow("another team refused") << u"matching"_s << u"8"_s << QString();
}

void TestImportSafety::aPersonsNoStands()
{
    QFETCH(QString, decidedBy);
    QFETCH(QString, refused);
    QFETCH(QString, because);
    ImportFolder folder;
    writeLinked(folder, "auto");
    VERIFY_OK(folder.import(connection()));
    VERIFY_OK(connection().run(u"UPDATE correlation SET status = 'stale', decided_by = ?"_s, {decidedBy}));
    VERIFY_OK(connection().run(u"UPDATE prescriber SET status = 'stale'"_s));
    VERIFY_OK(connection().run(u"UPDATE renewal SET state = 'needs_routing', care_team = NULL"_s));
    if (!refused.isEmpty()) {
        VERIFY_OK(connection().run(u"INSERT INTO correlation_refusal (parent_station, prescriber_id, "
                                   "triage_team_id, version) SELECT parent_station, id, CAST(? AS bigint), 2 "
                                   "FROM prescriber"_s,
                                   {refused.toLongLong()}));
    }
    ImportFolder later;
    later.writeBytes(u"correlations.csv"_s, correlationHead + "P1,552,7,0.94,auto\n");
    const auto result = later.import(connection());
    VERIFY_OK(result);
    const bool isNo = !because.isEmpty();
    QCOMPARE(sql("SELECT status FROM correlation"), isNo ? u"stale"_s : u"auto"_s);
    QCOMPARE(sql("SELECT state FROM renewal"), isNo ? u"needs_routing"_s : u"ready_to_route"_s);
    QCOMPARE(result->setAsideCount, isNo ? 1 : 0);
    if (isNo)
        QVERIFY2(result->setAside.first().reason.contains(because),
                 qPrintable(result->setAside.first().reason));
}

void TestImportSafety::anIdOfAnotherDeliveryNamesNobody()
{
    ImportFolder folder;
    writeLinked(folder, "auto");
    // P1 is Okafor's id; this prescription says it is Ruiz's.
    folder.write(u"rx.ndjson"_s,
                 {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s,
                                   uR"("providerFirstName":"ANA","providerLastName":"RUIZ")"_s)});
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(sql("SELECT p.name_key FROM renewal r JOIN prescriber p ON p.id = r.prescriber_id"),
             u"RUIZ ANA"_s);
    QCOMPARE(sql("SELECT state FROM renewal"), u"needs_routing"_s);
}

void TestImportSafety::anotherStationsPrescriptionIsNotMeant()
{
    ImportFolder folder;
    writeLinked(folder, "auto");
    // Prescription 11 of station 552, nobody knows whose; a message about a prescription 11 to a team of 640.
    folder.writeBytes(u"teams.csv"_s, teamHead + "7,Blue,552,false,false\n9,Gold,640,false,false\n");
    folder.write(u"rx.ndjson"_s, {prescriptionLine(QString(), u"11"_s, u"P1"_s, u"552"_s)});
    folder.write(u"sm.ndjson"_s, {messageLine(QString(), u"11"_s, 9, u"2026-02-27T15:00:00Z"_s)});
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(sql("SELECT parent_station || ' ' || state FROM renewal"), u"640 needs_routing"_s);
}

void TestImportSafety::twoGuessesForOneRequest()
{
    ImportFolder folder;
    writeLinked(folder, "auto");
    // One message to a team that nobody knows, one to a team of the station, of the other record system.
    folder.write(u"sm.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 99, u"2026-02-26T15:00:00Z"_s),
                                  messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-27T15:00:00Z"_s)});
    VERIFY_OK(folder.import(connection(), {u"prescribers.ndjson"_s, u"teams.csv"_s, u"sm.ndjson"_s}));
    QCOMPARE(sql("SELECT count(*) FROM renewal"), u"2"_s);
    folder.write(u"rx.ndjson"_s, {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s,
                                                   uR"("dataSourceSystem":"ORACLE_HEALTH")"_s)});
    VERIFY_OK(folder.import(connection(), {u"rx.ndjson"_s}));
    QCOMPARE(sql("SELECT count(*) FROM renewal WHERE parent_station = '552' AND ehr = 'ORACLE_HEALTH'"),
             u"1"_s);
}

void TestImportSafety::whatCameInTimeIsJudgedByThen()
{
    ImportFolder folder;
    writeLinked(folder, "auto");
    // Expired 118 days before the request, 121 before the import.
    folder.write(
        u"rx.ndjson"_s,
        {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s,
                          uR"("dispStatus":"Expired","expirationDate":"2025-11-01T12:00:00.000Z")"_s)});
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(sql("SELECT gate FROM renewal"), u"expired_within_120_days"_s);
    QCOMPARE(sql("SELECT state FROM renewal"), u"ready_to_route"_s);
}

void TestImportSafety::aClearedImportStoresNothing()
{
    ImportFolder folder;
    writeLinked(folder, "auto");
    // As when another import begins between staging and storing.
    const auto result =
        folder.import(connection(), {}, u"x"_s, [this](const operations::ImportProgress &progress) {
            if (progress.phase == operations::ImportProgress::Phase::Reading)
                (void)connection().run(u"UPDATE import SET state = 'cancelled'"_s);
            return true;
        });
    QVERIFY(!result);
    QCOMPARE(toString(result.error().code), toString(ErrorCode::Conflict));
    QCOMPARE(sql("SELECT count(*) FROM renewal"), u"0"_s);
    QCOMPARE(sql("SELECT state FROM import"), u"cancelled"_s);
}

RENEWAL_STORE_TEST_MAIN(TestImportSafety)
#include "tst_importsafety.moc"
