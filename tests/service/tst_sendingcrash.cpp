// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/verify.h"
#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/database.h"
#include "app/store/databaseurl.h"
#include "app/store/outboxrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"
#include "tests/service/rawsocket.h"
#include "tests/support/messagingserver.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;
using End = MessagingManners::End;

namespace {
constexpr TriageTeamId team{7001};
constexpr int routedEachRound = 12;

/// RENEWAL_CRASH_POINTS: how often the service is killed; RENEWAL_CRASH_SEED: where.
int fromEnvironment(const char *name, int otherwise)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber && value > 0 ? value : otherwise;
}

MessagingManners mood(QRandomGenerator &random)
{
    const int dice = random.bounded(100);
    if (dice < 45)
        return {.delay = random.bounded(30)};
    if (dice < 55)
        return {.end = End::DropBefore};
    if (dice < 68)
        return {.end = End::DropAfter};
    if (dice < 74)
        return {.delay = 500 + random.bounded(1000)}; // some callers give up before
    if (dice < 76)
        return {.late = 500 + random.bounded(1500)}; // some arrive after the caller gave up
    if (dice < 78)
        return {.end = End::Silence};
    if (dice < 82)
        return {.end = End::AnswerHalf};
    if (dice < 86)
        return {.end = End::AnswerNonsense};
    if (dice < 91)
        return {.status = 500};
    if (dice < 95)
        return {.errorCode = 901, .status = 503};
    return {.status = 429};
}
} // namespace

/// kill -9 of a real service while it routes in bulk and sends to a Secure Messaging that misbehaves, and of
/// the database under it where that is a server: every renewal ends sent once and recorded, or not sent and
/// still queued; none is lost, none is sent twice.
class TestSendingCrash : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void everythingOnceWhereverItDies();

private:
    struct Tally
    {
        int once = 0;     ///< sent once, and the pair recorded
        int queued = 0;   ///< not sent, and still to be sent
        int unrouted = 0; ///< not sent, since it was never routed
        int open = 0;     ///< perhaps sent: not looked up yet
        int lost = 0;
        int twice = 0;
    };

    void fill(int renewals);
    bool launch(QProcess &process);
    enum class Wait
    {
        No,
        ForTheAnswer,
    };
    /// Twelve renewals at once. The same round again is the same action: it has no second effect.
    bool route(int round, Wait wait = Wait::No);
    void killSomewhere(QProcess &process, QRandomGenerator &random, int round);
    /// Ends the server processes that work for the service, as a crash would: the server then throws
    /// everybody out and reads its log again. False where there is no server, or it is not ours to kill.
    bool killDatabase();
    Tally tally();

    MessagingServer m_server;
    int m_databaseKills = 0;
    quint16 m_port = 0;
    QByteArray m_token;
};

void TestSendingCrash::fill(int renewals)
{
    auto transaction = store::Transaction::begin(connection());
    VERIFY_OK(transaction);
    VERIFY_OK(store::CareTeamRepository(connection()).upsert(sampleTeam(team.value, u"Team"_s)));
    for (int i = 1; i <= renewals; ++i) {
        Renewal each = sampleRenewal(u"RX-%1"_s.arg(i), i);
        each.patientKey = u"P-%1"_s.arg(i % 7);
        VERIFY_OK(store::RenewalRepository(connection()).insert(each));
    }
    VERIFY_OK(transaction->commit());
}

bool TestSendingCrash::launch(QProcess &process)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(SERVICE_PROGRAM),
                  {testDatabase().url(), m_server.url(), QString::fromLatin1(MessagingServer::token())});
    if (!process.waitForReadyRead(30'000))
        return false;
    const QList<QByteArray> words = process.readLine().trimmed().split(' ');
    m_port = words.value(0).toUShort();
    m_token = words.value(1);
    return words.size() == 2;
}

bool TestSendingCrash::route(int round, Wait wait)
{
    QJsonArray renewals;
    for (int i = 1; i <= routedEachRound; ++i)
        renewals.append(QJsonObject{{u"id"_s, round * routedEachRound + i}, {u"version"_s, 1}});
    const QJsonObject body{
        {u"action"_s, u"reroute"_s}, {u"triageTeamId"_s, team.value}, {u"renewals"_s, renewals}};
    RawSocket socket(m_port);
    const bool isSent = socket.send(request("POST", "/api/v1/renewals/triage", m_token,
                                            "Content-Type: application/json\r\nIdempotency-Key: round-" +
                                                QByteArray::number(round) + "\r\n",
                                            QJsonDocument(body).toJson(QJsonDocument::Compact)));
    if (wait == Wait::No)
        return isSent;
    const auto answer = socket.answer();
    return answer && answer->status == 200;
}

/// After so many calls that send, and a moment; or after a while, when nothing more is sent.
void TestSendingCrash::killSomewhere(QProcess &process, QRandomGenerator &random, int round)
{
    const int before = m_server.calls();
    const int calls = before + 1 + random.bounded(20);
    const int moment = random.bounded(120);
    QElapsedTimer patience;
    patience.start();
    route(round);
    while (m_server.calls() < calls && (m_server.calls() == before || patience.elapsed() < 1500)) {
        if (process.waitForFinished(1) || patience.hasExpired(60'000))
            break;
    }
    process.waitForFinished(moment);
    // Every second time the database dies first, and the service lives on with what is left, for a while.
    if (round % 2 == 1 && killDatabase())
        process.waitForFinished(random.bounded(1000));
    process.kill();
    process.waitForFinished();
}

bool TestSendingCrash::killDatabase()
{
    if (isSqlite())
        return false;
    store::Database database(*store::DatabaseUrl::parse(testDatabase().url()));
    const auto opened = database.connection();
    if (!opened)
        return false;
    const auto workers = (*opened)->rows<qint64>(
        u"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"_s,
        {}, [](const store::Row &row) { return row.number(0); });
    bool isKilled = false;
    for (const qint64 worker : workers.value_or(QVector<qint64>()))
        isKilled = ::kill(static_cast<pid_t>(worker), SIGKILL) == 0 || isKilled;
    m_databaseKills += isKilled ? 1 : 0;
    return isKilled;
}

TestSendingCrash::Tally TestSendingCrash::tally()
{
    QHash<QString, QStringList> sent; // prescription -> messages
    for (const KeptMessage &message : m_server.messages())
        sent[message.prescriptionId].append(message.id);
    Tally tally;
    // Over a connection of its own: the one before may have died with the database, which takes a moment.
    std::unique_ptr<store::Database> database;
    store::Connection *connection = nullptr;
    const auto isThere = [&] {
        database = std::make_unique<store::Database>(*store::DatabaseUrl::parse(testDatabase().url()));
        connection = database->connection().value_or(nullptr);
        return connection != nullptr;
    };
    if (!QTest::qWaitFor(isThere, 30'000))
        return {.lost = -1};
    const auto rows = connection->rows<QStringList>(
        u"SELECT r.prescription_id, r.state, coalesce(o.state, ''), coalesce(o.message_id, '') "
        "FROM renewal r LEFT JOIN outbox o ON o.parent_station = r.parent_station AND o.renewal_id = r.id"_s,
        {}, [](const store::Row &row) {
            return QStringList{row.text(0), row.text(1), row.text(2), row.text(3)};
        });
    for (const QStringList &row : rows.value_or(QVector<QStringList>())) {
        const QStringList messages = sent.value(row.at(0));
        const bool mayBeOpen = row.at(2) == u"unconfirmed" || row.at(2) == u"sending";
        if (messages.size() > 1)
            ++tally.twice;
        else if (row.at(2) == u"sent" && messages == QStringList{row.at(3)})
            ++tally.once;
        else if (mayBeOpen)
            ++tally.open;
        else if (messages.isEmpty() && (row.at(2) == u"queued" || row.at(2) == u"failed"))
            ++tally.queued;
        else if (messages.isEmpty() && row.at(2).isEmpty() && row.at(1) == u"needs_routing")
            ++tally.unrouted;
        else
            ++tally.lost;
    }
    return tally;
}

void TestSendingCrash::everythingOnceWhereverItDies()
{
    const int points = fromEnvironment("RENEWAL_CRASH_POINTS", 20);
    const int seed = fromEnvironment("RENEWAL_CRASH_SEED", 20260302);
    QRandomGenerator random{quint32(seed)};
    QRandomGenerator moods{quint32(seed) + 1};
    m_server.setManners([&moods](int) { return mood(moods); }); // asked under the server's lock
    fill(points * routedEachRound);
    for (int round = 0; round < points; ++round) {
        QProcess process;
        QVERIFY(launch(process));
        if (round > 0)
            route(round - 1); // whether or not it was answered: the same key has no second effect
        killSomewhere(process, random, round);
        const Tally now = tally();
        QVERIFY2(
            now.twice == 0 && now.lost == 0,
            qPrintable(u"after %1 kills: twice %2, lost %3"_s.arg(round + 1).arg(now.twice).arg(now.lost)));
    }
    const Tally died = tally();
    qInfo("%d kills (of them %d of the database too), seed %d: sent once and recorded %d, still queued %d, "
          "to be looked up %d, not routed %d, "
          "lost %d, twice %d",
          points, m_databaseKills, seed, died.once, died.queued, died.open, died.unrouted, died.lost,
          died.twice);
    m_server.setManners(MessagingManners{});
    QProcess process;
    QVERIFY(launch(process));
    for (int round = 0; round < points; ++round)
        QVERIFY(route(round, Wait::ForTheAnswer)); // what was cut off is asked for again; the rest is known
    QTRY_COMPARE_WITH_TIMEOUT(tally().once, points * routedEachRound, 300'000);
    process.kill();
    process.waitForFinished();
    const Tally end = tally();
    qInfo("in the end: sent once and recorded %d, lost %d, twice %d; %d calls, %d looks", end.once, end.lost,
          end.twice, m_server.calls(), m_server.searches());
    QCOMPARE(m_server.messages().size(), points * routedEachRound);
    QCOMPARE(m_server.complaint(), QString());
    store::Database database(*store::DatabaseUrl::parse(testDatabase().url()));
    const auto opened = database.connection();
    VERIFY_OK(opened);
    VERIFY_OK(operations::verifyAudit(**opened));
}

RENEWAL_STORE_TEST_MAIN(TestSendingCrash)
#include "tst_sendingcrash.moc"
