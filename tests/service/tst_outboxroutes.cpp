// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"
#include "app/store/database.h"
#include "tests/service/testservice.h"
#include "tests/support/messagingserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
const QByteArray json = "Content-Type: application/json\r\n";

QJsonObject objectOf(const std::optional<RawAnswer> &answer)
{
    return QJsonDocument::fromJson(answer ? answer->body : QByteArray()).object();
}
} // namespace

/// Routed renewals over a real service, with and without a Secure Messaging.
class TestOutboxRoutes : public QObject
{
    Q_OBJECT

private slots:
    void routedRenewalsAreSent();
    void withoutSecureMessagingNothingIsSent();
    void whatIsRefusedIsListedAndRepaired();
    void statuses_data();
    void statuses();
    void earlierOnesAreDoneTogether();
    void onlyCareMayLook();
    void endpointsInTheClearAreRefused();

private:
    /// Links prescriber 1 and routes her renewals 1 and 2.
    static bool route(const TestService &service);
    static service::ServiceOptions options(const MessagingServer &server);
    static QJsonObject status(const TestService &service)
    {
        return objectOf(service.ask("GET", "/api/v1/outbox/status"));
    }
    static std::optional<RawAnswer> repair(const TestService &service, const QByteArray &body,
                                           const QByteArray &key, const QByteArray &id = "1");
};

service::ServiceOptions TestOutboxRoutes::options(const MessagingServer &server)
{
    service::ServiceOptions options;
    options.sending.url = QUrl(server.url());
    options.sending.token = MessagingServer::token();
    options.sending.holding = std::chrono::milliseconds(0);
    options.sending.messagesPerSecond = 0;
    return options;
}

bool TestOutboxRoutes::route(const TestService &service)
{
    const auto linked = service.ask("PUT", "/api/v1/prescribers/1/correlation", json + "If-Match: \"0\"\r\n",
                                    R"({"decision":"link","triageTeamId":1001,"note":"by phone"})");
    const auto routed = service.ask("POST", "/api/v1/renewals/triage", json + "Idempotency-Key: r\r\n",
                                    R"({"action":"route","renewals":[{"id":1,"version":2},)"
                                    R"({"id":2,"version":2}]})");
    return linked && linked->status == 200 && objectOf(routed)["changed"_L1].toArray().size() == 2;
}

std::optional<RawAnswer> TestOutboxRoutes::repair(const TestService &service, const QByteArray &body,
                                                  const QByteArray &key, const QByteArray &id)
{
    return service.ask("POST", "/api/v1/outbox/" + id + "/repair", json + "Idempotency-Key: " + key + "\r\n",
                       body);
}

void TestOutboxRoutes::routedRenewalsAreSent()
{
    MessagingServer server;
    TestService service(options(server));
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    QVERIFY(route(service));
    QTRY_COMPARE_WITH_TIMEOUT(status(service)["sentLastDay"_L1].toInt(), 2, 20'000);
    QCOMPARE(server.messages().size(), 2);
    QVERIFY(status(service)["connected"_L1].toBool());
    const QJsonObject detail = objectOf(service.ask("GET", "/api/v1/renewals/1"));
    const QJsonObject sending = detail["sending"_L1].toObject();
    QCOMPARE(sending["state"_L1].toString(), u"sent"_s);
    QVERIFY(!sending["messageId"_L1].toString().isEmpty());
    QVERIFY(sending["text"_L1].toString().startsWith(u"Sent to "));
    const QJsonArray history = detail["history"_L1].toArray();
    QVERIFY(std::any_of(history.begin(), history.end(), [](const QJsonValue &entry) {
        return entry["action"_L1].toString() == u"renewal.sent";
    }));
    const auto undo =
        service.ask("POST", "/api/v1/renewals/triage/1/undo", json + "Idempotency-Key: u\r\n", QByteArray());
    QCOMPARE(objectOf(undo)["refused"_L1].toArray().size(), 2);
}

void TestOutboxRoutes::withoutSecureMessagingNothingIsSent()
{
    TestService service;
    QVERIFY(route(service));
    QVERIFY(!status(service)["connected"_L1].toBool());
    QCOMPARE(status(service)["queued"_L1].toInt(), 2);
    const QJsonObject detail = objectOf(service.ask("GET", "/api/v1/renewals/1"));
    QCOMPARE(detail["sending"_L1]["state"_L1].toString(), u"queued"_s);
    QVERIFY(detail["sending"_L1]["text"_L1].toString().contains(u"not connected to Secure Messaging"));
    QVERIFY(objectOf(service.ask("GET", "/api/v1/renewals/3"))["sending"_L1].isNull());
}

void TestOutboxRoutes::whatIsRefusedIsListedAndRepaired()
{
    MessagingServer server;
    server.setManners({.errorCode = 129});
    TestService service(options(server));
    QVERIFY(route(service));
    QTRY_COMPARE_WITH_TIMEOUT(status(service)["deadLetters"_L1].toInt(), 2, 20'000);
    const auto listed = service.ask("GET", "/api/v1/outbox?state=dead_letter&limit=1");
    const QJsonObject page = objectOf(listed);
    QCOMPARE(page["total"_L1].toInt(), 2);
    QVERIFY(!page["next"_L1].toString().isEmpty());
    const QJsonObject item = page["items"_L1].toArray().first().toObject();
    QCOMPARE(item["code"_L1].toString(), u"SM129"_s);
    QVERIFY(item["text"_L1].toString().contains(u"choose another care team"));
    QVERIFY(!listed->body.contains("\"P-")); // the patient is masked
    server.setManners(MessagingManners{});
    const QByteArray version = QByteArray::number(item["version"_L1].toInt());
    const QByteArray retry = R"({"action":"retry","version":)" + version + "}";
    const auto repaired = repair(service, retry, "a");
    QVERIFY(repaired);
    QVERIFY2(repaired->status == 200, repaired->body);
    QCOMPARE(repair(service, retry, "a")->body, repaired->body); // once
    QTRY_COMPARE_WITH_TIMEOUT(status(service)["sentLastDay"_L1].toInt(), 1, 20'000);
    const auto stale = repair(service, retry, "b");
    QCOMPARE(stale->status, 412);
    QCOMPARE(objectOf(stale)["present"_L1]["state"_L1].toString(), u"sent"_s);
    const auto given = repair(service, R"({"action":"give_up","version":)" + version + "}", "c", "2");
    QVERIFY2(given->status == 200, given->body);
    QCOMPARE(objectOf(given)["state"_L1].toString(), u"cancelled"_s);
    const QJsonObject back = objectOf(service.ask("GET", "/api/v1/renewals/2"));
    QVERIFY(back["renewal"_L1]["state"_L1].toString() != u"routed");
    QCOMPARE(server.messages().size(), 1);
}

void TestOutboxRoutes::statuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *method, const char *target, const QByteArray &fields,
                        const QByteArray &body, int expected) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << fields << body << expected;
    };
    const char *path = "/api/v1/outbox/1/repair";
    const QByteArray key = json + "Idempotency-Key: k\r\n";
    row("no such state", "GET", "/api/v1/outbox?state=lost", {}, {}, 400);
    row("states that are over", "GET", "/api/v1/outbox?state=sent", {}, {}, 400);
    row("a cursor of another list", "GET", "/api/v1/outbox?cursor=abc", {}, {}, 400);
    row("too many", "GET", "/api/v1/outbox?limit=100000", {}, {}, 400);
    row("no key", "POST", path, json, R"({"action":"retry","version":1})", 400);
    row("no action", "POST", path, key, R"({"version":1})", 422);
    row("no version", "POST", path, key, R"({"action":"retry"})", 422);
    row("another action", "POST", path, key, R"({"action":"burn","version":1})", 422);
    row("no number of a message", "POST", path, key,
        R"({"action":"sent","version":1,"messageId":"<script>"})", 422);
    row("does not fit", "POST", path, key, R"({"action":"not_sent","version":1})", 409);
    row("not there", "POST", "/api/v1/outbox/99/repair", key, R"({"action":"retry","version":1})", 404);
    const char *earlier = "/api/v1/outbox/routed-earlier";
    row("none routed earlier", "POST", earlier, key, R"({"action":"sent"})", 200);
    row("earlier without a key", "POST", earlier, json, R"({"action":"sent"})", 400);
    row("earlier without an action", "POST", earlier, key, "{}", 422);
    row("earlier and not sent", "POST", earlier, key, R"({"action":"not_sent"})", 422);
    row("no number", "POST", "/api/v1/outbox/x/repair", key, R"({"action":"retry","version":1})", 404);
}

void TestOutboxRoutes::statuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, body);
    QFETCH(int, expected);
    TestService service;
    QVERIFY(route(service));
    const auto answer =
        service.ask(method, target, fields, method == "GET" ? std::nullopt : std::optional(body));
    QVERIFY(answer);
    QVERIFY2(answer->status == expected, answer->body);
}

void TestOutboxRoutes::earlierOnesAreDoneTogether()
{
    TestService service;
    QVERIFY(route(service));
    {
        store::Database database(*store::DatabaseUrl::parse(service.databaseUrl()));
        const auto connection = database.connection();
        QVERIFY(connection);
        QVERIFY(
            (*connection)
                ->run(u"UPDATE outbox SET state = 'dead_letter', code = 'routed_earlier' WHERE id = 1"_s));
    }
    QCOMPARE(status(service)["routedEarlier"_L1].toInt(), 1);
    QCOMPARE(status(service)["deadLetters"_L1].toInt(), 0);
    QCOMPARE(objectOf(service.ask("GET", "/api/v1/outbox"))["total"_L1].toInt(), 0);
    QCOMPARE(objectOf(service.ask("GET", "/api/v1/outbox?state=routed_earlier"))["total"_L1].toInt(), 1);
    const auto done = service.ask("POST", "/api/v1/outbox/routed-earlier", json + "Idempotency-Key: e\r\n",
                                  R"({"action":"sent","note":"seen to"})");
    QVERIFY2(done && done->status == 200, done ? done->body : QByteArray());
    QCOMPARE(objectOf(done)["done"_L1].toInt(), 1);
    QVERIFY(objectOf(done)["next"_L1].isNull());
    QCOMPARE(status(service)["routedEarlier"_L1].toInt(), 0);
}

void TestOutboxRoutes::onlyCareMayLook()
{
    TestService service;
    const auto asked = [&](service::Role role) {
        return service.ask("GET", "/api/v1/outbox/status", {}, {}, TestService::token(role))->status;
    };
    QCOMPARE(asked(service::Role::Product), 403);
    QCOMPARE(asked(service::Role::Clinical), 200);
}

void TestOutboxRoutes::endpointsInTheClearAreRefused()
{
    service::ServiceOptions options;
    options.sending.url = QUrl(u"http://sm.example.gov/sm"_s);
    options.sending.token = "t";
    TestService service(options);
    QVERIFY(service.problem().contains(u"https"));
}

QTEST_GUILESS_MAIN(TestOutboxRoutes)
#include "tst_outboxroutes.moc"
