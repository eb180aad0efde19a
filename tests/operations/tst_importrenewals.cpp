// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/stationrepository.h"
#include "tests/operations/importsupport.h"
#include "tests/support/storetest.h"

#include <QRegularExpression>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
constexpr char team[] = "triageTeamId,name,stationNumber\n7,Blue,552\n";
const char renewalRow[] =
    "SELECT state || '|' || state_reason || '|' || drug || '|' || prescriber_shown || '|' "
    "|| message_id || '|' || COALESCE(care_team, 0) FROM renewal";

QString pendingOrder()
{
    return uR"("prescriptionSource":"PD","dispStatus":"Renew","refillStatus":"renew")"_s;
}
} // namespace

/// From prescriptions and messages to renewals, whatever comes first, on both databases.
class TestImportRenewals : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void arrivalOrderDoesNotMatter_data();
    void arrivalOrderDoesNotMatter();
    void statesOnArrival_data();
    void statesOnArrival();
    void oneRequestByTwoWays();
    void messageAloneTellsWhatItKnows();
    void patientFacingAnswersMakeNoRenewals();
    void namesAloneFindThePrescriber();
    void homonymsStayUnresolved();
    void personsDecisionsStay();
    void answeredRequestsAreNotAskedAgain();
    void whatWasSentFromHereIsNoRequest_data();
    void whatWasSentFromHereIsNoRequest();
    void findsWhereAMessageBelongs();
    void replyIsDueByTheClockOfTheStation_data();
    void replyIsDueByTheClockOfTheStation();

private:
    QString renewal() { return value(connection(), QString::fromLatin1(renewalRow)); }
    void writeBasics(ImportFolder &folder)
    {
        folder.write(u"prescribers.ndjson"_s, {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s)});
        folder.writeBytes(u"teams.csv"_s, team);
    }
};

void TestImportRenewals::arrivalOrderDoesNotMatter_data()
{
    QTest::addColumn<QString>("prescription");
    QTest::addColumn<QString>("message");
    const auto message = [](const QString &changes = {}) {
        return messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-27T15:00:00Z"_s, changes);
    };
    const auto prescription = [](const QString &changes = {}) {
        return prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s, changes);
    };
    QTest::newRow("a plain message") << prescription() << message();
    QTest::newRow("a message with its number and station")
        << prescription() << message(uR"("messageId":"900","stationNumber":"552")"_s);
    QTest::newRow("a prescription that asks too")
        << prescription(uR"("renewalSubmittedTimestamp":1772000000000)"_s) << message();
    QTest::newRow("a pending renewal order") << prescription(pendingOrder()) << message();
    QTest::newRow("an Oracle Health prescription")
        << prescription(uR"("dataSourceSystem":"ORACLE_HEALTH","isRenewable":true)"_s)
        << message(uR"("stationNumber":"552")"_s);
    QTest::newRow("not renewable") << prescription(uR"("dispStatus":"Discontinued")"_s) << message();
    QTest::newRow("a team that nobody knows")
        << prescription() << messageLine(u"V1"_s, u"11"_s, 99, u"2026-02-27T15:00:00Z"_s);
}

void TestImportRenewals::arrivalOrderDoesNotMatter()
{
    QFETCH(QString, prescription);
    QFETCH(QString, message);
    ImportFolder folder;
    writeBasics(folder);
    folder.write(u"rx.ndjson"_s, {prescription, prescription});
    folder.write(u"sm.ndjson"_s, {message, message});
    const QStringList orders[] = {{u"rx.ndjson"_s, u"sm.ndjson"_s}, {u"sm.ndjson"_s, u"rx.ndjson"_s}};
    QStringList together;
    {
        auto other = TestDatabase::create(engine());
        VERIFY_OK(other);
        VERIFY_OK(folder.import((*other)->connection()));
        together = visible((*other)->connection());
    }
    QCOMPARE(together.filter(QRegularExpression(u"^renewal\\|"_s)).size(), 1);
    for (const QStringList &order : orders) {
        auto other = TestDatabase::create(engine());
        VERIFY_OK(other);
        VERIFY_OK(folder.import((*other)->connection(), {u"prescribers.ndjson"_s, u"teams.csv"_s}));
        for (const QString &file : order)
            VERIFY_OK(folder.import((*other)->connection(), {file}));
        QCOMPARE(visible((*other)->connection()), together);
    }
}

void TestImportRenewals::statesOnArrival_data()
{
    QTest::addColumn<QString>("correlation");
    QTest::addColumn<QString>("changes");
    QTest::addColumn<QString>("expected");
    const QString linked = u"P1,552,7,0.93,auto"_s;
    const QString drug = u"|LISINOPRIL 10MG TAB|Okafor, Chidi||"_s;
    QTest::newRow("no link") << QString() << QString()
                             << u"needs_routing|No care team is known for this prescriber."_s + drug + u'0';
    QTest::newRow("an automatic link") << linked << QString() << u"ready_to_route|"_s + drug + u'7';
    QTest::newRow("a manual link") << u"P1,552,7,,manual"_s << QString()
                                   << u"ready_to_route|"_s + drug + u'7';
    QTest::newRow("a suggestion is no link")
        << u"P1,552,7,0.5,suggested"_s << QString()
        << u"needs_routing|No care team is known for this prescriber."_s + drug + u'0';
    QTest::newRow("a pending order is judged by its link alone")
        << linked << pendingOrder() << u"ready_to_route|"_s + drug + u'7';
    QTest::newRow("no prescriber")
        << linked << uR"("prescriberId":null)"_s
        << u"needs_routing|The prescription names no prescriber.|LISINOPRIL 10MG TAB|||0"_s;
}

void TestImportRenewals::statesOnArrival()
{
    QFETCH(QString, correlation);
    QFETCH(QString, changes);
    QFETCH(QString, expected);
    ImportFolder folder;
    writeBasics(folder);
    folder.write(u"correlations.csv"_s,
                 {u"prescriberId,stationNumber,triageTeamId,probability,status"_s, correlation});
    folder.write(u"rx.ndjson"_s, {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s, changes)});
    folder.write(u"sm.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-27T15:00:00Z"_s)});
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(renewal(), expected);
    // Friday, and three business days: Wednesday.
    QCOMPARE(value(connection(), u"SELECT due_at - requested_at FROM renewal"_s),
             QString::number(5 * 86'400'000));
}

void TestImportRenewals::oneRequestByTwoWays()
{
    ImportFolder folder;
    writeBasics(folder);
    folder.write(u"rx.ndjson"_s, {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s,
                                                   uR"("renewalSubmittedTimestamp":1772000000000)"_s),
                                  prescriptionLine(u"V2"_s, u"11"_s, u"P1"_s, u"552"_s,
                                                   uR"("renewalSubmittedTimestamp":1772000000000)"_s)});
    folder.write(u"sm.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-27T15:00:00Z"_s),
                                  messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-28T15:00:00Z"_s)});
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal"_s), u"2"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal_message WHERE renewal_id IS NOT NULL"_s),
             u"2"_s);
    QCOMPARE(value(connection(), u"SELECT requested_at FROM renewal WHERE patient_key = 'V1'"_s),
             u"1772000000000"_s);
}

void TestImportRenewals::messageAloneTellsWhatItKnows()
{
    ImportFolder folder;
    writeBasics(folder);
    folder.write(u"sm.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-27T15:00:00Z"_s)});
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(renewal(),
             u"needs_routing|The prescription has not arrived; the details are from the Veteran's message.|"
             "LISINOPRIL 10MG TAB|CHIDI OKAFOR||0"_s);
    QCOMPARE(value(connection(), u"SELECT station FROM renewal"_s), u"552"_s);
}

void TestImportRenewals::patientFacingAnswersMakeNoRenewals()
{
    ImportFolder folder;
    writeBasics(folder);
    folder.write(u"rx.ndjson"_s, {prescriptionLine(QString(), u"11"_s, u"P1"_s, u"552"_s, pendingOrder()),
                                  prescriptionLine(QString(), u"12"_s, u"P1"_s, u"552"_s, pendingOrder())});
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescription"_s), u"2"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal"_s), u"0"_s);
    folder.write(u"sm.ndjson"_s, {messageLine(QString(), u"12"_s, 7, u"2026-02-27T15:00:00Z"_s)});
    VERIFY_OK(folder.import(connection(), {u"sm.ndjson"_s}));
    QCOMPARE(value(connection(), u"SELECT prescription_id FROM renewal"_s), u"12"_s);
}

void TestImportRenewals::namesAloneFindThePrescriber()
{
    ImportFolder folder;
    // v1 and v2 forms of one name, and somebody new.
    folder.write(
        u"rx.ndjson"_s,
        {prescriptionLine(u"V1"_s, u"11"_s, QString(), u"552"_s,
                          uR"("providerFirstName":"CHIDI","providerLastName":"OKAFOR")"_s),
         prescriptionLine(u"V2"_s, u"12"_s, QString(), u"552GA"_s,
                          uR"("providerLastName":"OKAFOR, CHIDI")"_s),
         prescriptionLine(u"V3"_s, u"13"_s, QString(), u"552"_s, uR"("providerLastName":"RUIZ, ANA")"_s)});
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescriber"_s), u"2"_s);
    QCOMPARE(value(connection(),
                   u"SELECT count(DISTINCT prescriber_id) FROM prescription WHERE patient_key <> 'V3'"_s),
             u"1"_s);
}

void TestImportRenewals::homonymsStayUnresolved()
{
    ImportFolder folder;
    folder.write(u"prescribers.ndjson"_s, {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s),
                                           prescriberLine(u"P2"_s, u"Chidi"_s, u"Okafor"_s, u"552GA"_s)});
    folder.writeBytes(u"teams.csv"_s, team);
    folder.writeBytes(u"correlations.csv"_s,
                      "prescriberId,stationNumber,triageTeamId,probability,status\nP1,552,7,0.93,auto\n");
    folder.write(u"rx.ndjson"_s, {prescriptionLine(u"V1"_s, u"11"_s, QString(), u"552"_s,
                                                   uR"("providerLastName":"OKAFOR, CHIDI")"_s)});
    folder.write(u"sm.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-27T15:00:00Z"_s)});
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(value(connection(), u"SELECT homonyms FROM prescriber"_s), u"2"_s);
    QCOMPARE(
        renewal(),
        u"needs_routing|Two prescribers at this station share this name.|LISINOPRIL 10MG TAB|Okafor, Chidi||0"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM correlation"_s), u"0"_s);
}

void TestImportRenewals::personsDecisionsStay()
{
    ImportFolder folder;
    writeBasics(folder);
    folder.write(u"rx.ndjson"_s, {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s)});
    folder.write(u"sm.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-27T15:00:00Z"_s)});
    VERIFY_OK(folder.import(connection()));
    VERIFY_OK(connection().run(u"UPDATE renewal SET state = 'in_review', state_reason = ''"_s));
    folder.write(u"rx2.ndjson"_s,
                 {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s, uR"("quantity":30)"_s)});
    VERIFY_OK(folder.import(connection(), {u"rx2.ndjson"_s}));
    QCOMPARE(value(connection(), u"SELECT state || quantity || version FROM renewal"_s), u"in_review302"_s);
}

void TestImportRenewals::answeredRequestsAreNotAskedAgain()
{
    ImportFolder folder;
    writeBasics(folder);
    folder.write(u"rx.ndjson"_s, {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s)});
    const QString first = messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-27T15:00:00Z"_s);
    folder.write(u"sm.ndjson"_s, {first});
    VERIFY_OK(folder.import(connection()));
    VERIFY_OK(connection().run(u"UPDATE renewal SET state = 'closed'"_s));
    // The same message in another file, and the prescription once more.
    folder.write(u"sm2.ndjson"_s, {first, QString()});
    folder.write(u"rx2.ndjson"_s,
                 {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s, uR"("quantity":30)"_s)});
    VERIFY_OK(folder.import(connection(), {u"sm2.ndjson"_s, u"rx2.ndjson"_s}));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal"_s), u"1"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal_message"_s), u"1"_s);
    folder.write(u"sm3.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 7, u"2026-03-01T15:00:00Z"_s)});
    VERIFY_OK(folder.import(connection(), {u"sm3.ndjson"_s}));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal"_s), u"2"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal WHERE state = 'needs_routing'"_s), u"1"_s);
}

void TestImportRenewals::whatWasSentFromHereIsNoRequest_data()
{
    QTest::addColumn<QString>("number"); // of the message, as far as the outbox was told
    QTest::addColumn<QString>("subject");
    QTest::newRow("by its number") << u"900"_s << u"Renewal Needed"_s;
    QTest::newRow("by its reference") << QString() << u"Renewal Needed R-0123456789AB"_s;
    QTest::newRow("forwarded") << QString() << u"FW: Renewal Needed R-0123456789AB"_s;
}

/// However often, and with what else, it comes back.
void TestImportRenewals::whatWasSentFromHereIsNoRequest()
{
    QFETCH(QString, number);
    QFETCH(QString, subject);
    ImportFolder folder;
    writeBasics(folder);
    const QString asked = uR"("renewalSubmittedTimestamp":"2026-02-27T15:00:00Z")"_s;
    folder.write(u"rx.ndjson"_s, {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s, asked)});
    folder.write(u"sm.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-27T15:00:00Z"_s)});
    VERIFY_OK(folder.import(connection()));
    VERIFY_OK(connection().run(u"UPDATE renewal SET state = 'routed'"_s));
    VERIFY_OK(connection().run(
        u"INSERT INTO outbox (parent_station, renewal_id, care_team, send_key, state, queued_at, due_at, "
        "settled_at, message_id) SELECT parent_station, id, 7, '0123456789abcdef', 'sent', 1, 1, 1, ? FROM renewal"_s,
        {number.isNull() ? u""_s : number}));
    const QString own = uR"("messageId":"900","stationNumber":"552","subject":"%1")"_s.arg(subject);
    folder.write(u"sm2.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 7, u"2026-03-01T15:00:00Z"_s, own)});
    VERIFY_OK(folder.import(connection(), {u"sm2.ndjson"_s}));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal"_s), u"1"_s);
    folder.write(u"rx2.ndjson"_s,
                 {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s, asked + uR"(,"quantity":30)"_s)});
    VERIFY_OK(folder.import(connection(), {u"rx2.ndjson"_s}));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal"_s), u"1"_s);
    // The Veteran asks again, and the reply is due from then.
    folder.write(u"sm3.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 7, u"2026-03-02T15:00:00Z"_s,
                                               uR"("messageId":"901","stationNumber":"552")"_s)});
    VERIFY_OK(folder.import(connection(), {u"sm3.ndjson"_s}));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal"_s), u"2"_s);
    QCOMPARE(value(connection(), u"SELECT requested_at FROM renewal WHERE state <> 'routed'"_s),
             QString::number(QDateTime(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC).toMSecsSinceEpoch()));
}

void TestImportRenewals::findsWhereAMessageBelongs()
{
    ImportFolder folder;
    // No station, no known team: the request waits without a station until its prescription comes.
    folder.write(u"sm.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 99, u"2026-02-27T15:00:00Z"_s)});
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(value(connection(), u"SELECT parent_station || '.' FROM renewal"_s), u"."_s);
    writeBasics(folder);
    folder.write(u"rx.ndjson"_s, {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552GA"_s)});
    VERIFY_OK(folder.import(connection(), {u"prescribers.ndjson"_s, u"rx.ndjson"_s}));
    QCOMPARE(value(connection(), u"SELECT parent_station || ' ' || station FROM renewal"_s), u"552 552GA"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal"_s), u"1"_s);
    QCOMPARE(value(connection(), u"SELECT waiting FROM prescriber"_s), u"1"_s);
}

void TestImportRenewals::replyIsDueByTheClockOfTheStation_data()
{
    QTest::addColumn<QString>("station");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("due");
    // Sent on a Saturday in UTC, on Friday evening in Denver, on Saturday at noon in Guam.
    QTest::newRow("unknown") << u"552"_s << QString() << u"2026-03-04T02:00:00Z"_s;
    QTest::newRow("of the station") << u"552"_s << u"America/Denver"_s << u"2026-03-05T02:00:00Z"_s;
    QTest::newRow("of the division") << u"552GA"_s << u"America/Denver"_s << u"2026-03-05T02:00:00Z"_s;
    QTest::newRow("of another division") << u"552GB"_s << u"America/Denver"_s << u"2026-03-04T02:00:00Z"_s;
    QTest::newRow("ahead of UTC") << u"552"_s << u"Pacific/Guam"_s << u"2026-03-04T02:00:00Z"_s;
}

void TestImportRenewals::replyIsDueByTheClockOfTheStation()
{
    QFETCH(QString, station);
    QFETCH(QString, zone);
    QFETCH(QString, due);
    Station facility;
    facility.number = StationNumber(station);
    facility.timeZone = zone;
    VERIFY_OK(store::StationRepository(connection()).upsert(facility));
    ImportFolder folder;
    writeBasics(folder);
    folder.write(u"rx.ndjson"_s, {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552GA"_s)});
    folder.write(u"sm.ndjson"_s, {messageLine(u"V1"_s, u"11"_s, 7, u"2026-02-28T02:00:00Z"_s)});
    VERIFY_OK(folder.import(connection()));
    const auto stored = connection().number(u"SELECT due_at FROM renewal"_s, {});
    VERIFY_OK(stored);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(*stored, Qt::UTC), QDateTime::fromString(due, Qt::ISODate));
}

RENEWAL_STORE_TEST_MAIN(TestImportRenewals)
#include "tst_importrenewals.moc"
