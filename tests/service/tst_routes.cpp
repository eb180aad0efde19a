// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/testservice.h"

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
    return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
}
} // namespace

/// Statuses of single requests, and what writes to a correlation do over the wire.
class TestRoutes : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void status_data();
    void status();
    void roles_data();
    void roles();
    void linkMovesExactlyTheWaitingRenewals();
    void staleVersionGetsThePresentState();
    void repeatedKeyHasNoSecondEffect();
    void pagesFollowEachOther();
    void changesAreSeen();
    void matchingRunsAsAJob();
    void uploadIsImported();
    void queuedJobCanBeCancelled();

private:
    QJsonObject counts();
    QByteArray etag(int prescriber);
    std::optional<RawAnswer> decide(int prescriber, const QByteArray &body, const QByteArray &version,
                                    const QByteArray &key = {});
    QJsonObject jobOver(const QString &id);

    std::unique_ptr<TestService> m_service;
};

void TestRoutes::init()
{
    m_service = std::make_unique<TestService>();
    QVERIFY2(m_service->problem().isEmpty(), qPrintable(m_service->problem()));
}

void TestRoutes::status_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<std::optional<QByteArray>>("body");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *method, const char *target, const QByteArray &fields,
                        const std::optional<QByteArray> &body, int expected) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << fields << body << expected;
    };
    const auto none = std::optional<QByteArray>();
    const char *correlation = "/api/v1/prescribers/1/correlation";
    const QByteArray match = json + "If-Match: \"0\"\r\n";
    row("unknown path", "GET", "/api/v1/nothing", {}, none, 404);
    row("root", "GET", "/", {}, none, 404);
    row("a slash at the end", "GET", "/api/v1/renewals/", {}, none, 404);
    row("an id of letters", "GET", "/api/v1/renewals/abc", {}, none, 404);
    row("an id below one", "GET", "/api/v1/renewals/0", {}, none, 404);
    row("an id beyond numbers", "GET", "/api/v1/renewals/99999999999999999999", {}, none, 404);
    row("a limit of zero", "GET", "/api/v1/renewals?limit=0", {}, none, 400);
    row("the largest limit", "GET", "/api/v1/renewals?limit=1000", {}, none, 200);
    row("a limit over it", "GET", "/api/v1/renewals?limit=1001", {}, none, 400);
    row("a limit of letters", "GET", "/api/v1/renewals?limit=many", {}, none, 400);
    row("an unknown view", "GET", "/api/v1/renewals?view=odd", {}, none, 400);
    row("a known view", "GET", "/api/v1/renewals?view=overdue", {}, none, 200);
    row("a foreign cursor", "GET", "/api/v1/renewals?cursor=abc", {}, none, 400);
    row("a station with division", "GET", "/api/v1/renewals?station=552GA", {}, none, 400);
    row("a station", "GET", "/api/v1/renewals?station=552&ehr=VISTA", {}, none, 200);
    row("an unknown EHR", "GET", "/api/v1/renewals?ehr=paper", {}, none, 400);
    row("empty parameters", "GET", "/api/v1/prescribers?status=&q=&cursor=", {}, none, 200);
    row("an unknown status", "GET", "/api/v1/prescribers?status=maybe", {}, none, 400);
    row("quotes in a search", "GET", "/api/v1/renewals?q=%22%27%3B--*(", {}, none, 200);
    row("a search of two words", "GET", "/api/v1/renewals?q=lisin+P-1", {}, none, 200);
    row("a search too long", "GET", QByteArray("/api/v1/renewals?q=" + QByteArray(300, 'a')).constData(), {},
        none, 400);
    row("find without words", "GET", "/api/v1/find", {}, none, 200);
    row("find with a limit over its own", "GET", "/api/v1/find?q=a&limit=51", {}, none, 400);
    row("find at a division", "GET", "/api/v1/find?q=a&station=552GA", {}, none, 400);
    row("since below zero", "GET", "/api/v1/changes?since=-1", {}, none, 400);
    row("an unknown metric", "GET", "/api/v1/metrics/none", {}, none, 404);
    row("a time without zone", "GET", "/api/v1/metrics/message_send_errors?from=2026-03-02T00:00:00", {},
        none, 400);
    row("a time with zone", "GET", "/api/v1/metrics/message_send_errors?from=2026-03-02T00:00:00Z", {}, none,
        200);
    const char *word = "/api/v1/rollout/sign-offs/qa";
    row("a word for the next stage", "PUT", word, json, R"({"stage":"B","given":true})", 200);
    row("a word for another stage", "PUT", word, json, R"({"stage":"A","given":true})", 409);
    row("a word without a stage", "PUT", word, json, R"({"given":true})", 422);
    row("a word that is none", "PUT", word, json, R"({"stage":"B"})", 422);
    row("a word as text", "PUT", word, json, R"({"stage":"B","given":"yes"})", 422);
    row("a word with a note too long", "PUT", word, json,
        R"({"stage":"B","given":true,"note":")" + QByteArray(1001, 'n') + "\"}", 422);
    row("a word of nobody", "PUT", "/api/v1/rollout/sign-offs/sales", json, R"({"stage":"B","given":true})",
        404);
    row("an unknown job", "GET", "/api/v1/jobs/none", {}, none, 404);
    row("no If-Match", "PUT", correlation, json, R"({"decision":"external"})", 428);
    row("an If-Match without quotes", "PUT", correlation, json + "If-Match: 0\r\n",
        R"({"decision":"external"})", 400);
    row("no JSON", "PUT", correlation, match, "decision=link", 400);
    row("a list", "PUT", correlation, match, "[]", 400);
    row("half of a JSON", "PUT", correlation, match, R"({"decision":)", 400);
    row("nested too deep", "PUT", correlation, match, QByteArray(5000, '['), 400);
    row("no decision", "PUT", correlation, match, "{}", 422);
    row("an unknown decision", "PUT", correlation, match, R"({"decision":"maybe"})", 422);
    row("a link to nobody", "PUT", correlation, match, R"({"decision":"link"})", 422);
    row("a team of words", "PUT", correlation, match, R"({"decision":"link","triageTeamId":"1001"})", 422);
    row("an unknown team", "PUT", correlation, match, R"({"decision":"link","triageTeamId":77})", 422);
    row("a team of another station", "PUT", correlation, match, R"({"decision":"link","triageTeamId":2001})",
        422);
    row("a blocked team", "PUT", correlation, match, R"({"decision":"link","triageTeamId":1003})", 409);
    row("a stale version", "PUT", correlation, json + "If-Match: \"7\"\r\n", R"({"decision":"external"})",
        412);
    row("a note too long", "PUT", correlation, match,
        R"({"decision":"external","note":")" + QByteArray(2001, 'n') + "\"}", 422);
    row("an unknown prescriber", "PUT", "/api/v1/prescribers/99/correlation", match,
        R"({"decision":"external"})", 404);
    row("a form body", "PUT", correlation, "Content-Type: application/x-www-form-urlencoded\r\n", "a=b", 415);
    row("a charset is fine", "POST", "/api/v1/prescribers/1/correlation/preview",
        "Content-Type: Application/JSON; charset=utf-8\r\n", R"({"decision":"external"})", 200);
    row("nothing to undo", "POST", "/api/v1/prescribers/1/correlation/undo", "If-Match: \"0\"\r\n",
        QByteArray(), 409);
    row("matching of a division", "POST", "/api/v1/matching", json, R"({"station":"552GA"})", 422);
    row("matching of a number", "POST", "/api/v1/matching", json, R"({"station":552})", 422);
    row("a file name with folders", "POST", "/api/v1/imports", json, R"({"fileName":"../../etc/passwd"})",
        422);
    row("no file name", "POST", "/api/v1/imports", json, "{}", 422);
    row("an unknown import", "POST", "/api/v1/imports/5/finish", {}, QByteArray(), 404);
    row("health without token", "GET", "/healthz", {}, none, 200);
    row("readiness", "GET", "/readyz", {}, none, 200);
}

void TestRoutes::status()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    QFETCH(std::optional<QByteArray>, body);
    QFETCH(int, expected);
    const auto answer = m_service->ask(method, target, fields, body);
    QVERIFY(answer);
    QVERIFY2(answer->status == expected, QByteArray::number(answer->status) + ' ' + answer->body);
    if (expected < 400)
        return;
    QCOMPARE(answer->value("content-type"), "application/problem+json");
    const QJsonObject problem = objectOf(answer);
    QCOMPARE(problem[u"status"].toInt(), expected);
    QVERIFY(!problem[u"title"].toString().isEmpty());
    QVERIFY(!problem[u"detail"].toString().isEmpty());
}

void TestRoutes::roles_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("expected");
    using service::Role;
    const QByteArray queue = "/api/v1/renewals";
    const QByteArray rollout = "/api/v1/rollout";
    const QByteArray imports = "/api/v1/imports/1";
    QTest::newRow("no token") << QByteArray() << queue << 401;
    QTest::newRow("a wrong token") << QByteArray("test-token-of-nobody") << queue << 401;
    QTest::newRow("the start of a token") << TestService::token().chopped(1) << queue << 401;
    QTest::newRow("no token, no path") << QByteArray() << QByteArray("/api/v1/none") << 401;
    QTest::newRow("clinical may see the queue") << TestService::token(Role::Clinical) << queue << 200;
    QTest::newRow("clinical may not see the rollout") << TestService::token(Role::Clinical) << rollout << 403;
    QTest::newRow("product may see the rollout") << TestService::token(Role::Product) << rollout << 200;
    QTest::newRow("product may not see the queue") << TestService::token(Role::Product) << queue << 403;
    QTest::newRow("product may not find renewals")
        << TestService::token(Role::Product) << QByteArray("/api/v1/find?q=lisin") << 403;
    QTest::newRow("clinical may not import") << TestService::token(Role::Clinical) << imports << 403;
    QTest::newRow("pharmacy admin may import") << TestService::token(Role::PharmacyAdmin) << imports << 404;
}

void TestRoutes::roles()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, target);
    QFETCH(int, expected);
    const auto answer = m_service->ask("GET", target, {}, {}, token);
    QVERIFY(answer);
    QCOMPARE(answer->status, expected);
    if (expected == 401)
        QCOMPARE(answer->value("www-authenticate"), "Bearer");
}

QJsonObject TestRoutes::counts()
{
    QJsonObject byView;
    const QJsonArray items =
        objectOf(m_service->ask("GET", "/api/v1/renewals/counts?station=552"))[u"items"].toArray();
    for (const QJsonValue &item : items)
        byView.insert(item[u"view"].toString(), item[u"count"]);
    return byView;
}

QByteArray TestRoutes::etag(int prescriber)
{
    return m_service->ask("GET", "/api/v1/prescribers/" + QByteArray::number(prescriber))->value("etag");
}

std::optional<RawAnswer> TestRoutes::decide(int prescriber, const QByteArray &body, const QByteArray &version,
                                            const QByteArray &key)
{
    QByteArray fields = json + "If-Match: " + version + "\r\n";
    if (!key.isEmpty())
        fields += "Idempotency-Key: " + key + "\r\n";
    return m_service->ask("PUT", "/api/v1/prescribers/" + QByteArray::number(prescriber) + "/correlation",
                          fields, body);
}

void TestRoutes::linkMovesExactlyTheWaitingRenewals()
{
    QCOMPARE(counts()[u"needs_routing"].toInt(), 6);
    const auto linked = decide(1, R"({"decision":"link","triageTeamId":1001,"note":"by phone"})", etag(1));
    QVERIFY(linked);
    QVERIFY2(linked->status == 200, linked->body);
    QCOMPARE(objectOf(linked)[u"effect"][u"becomeReady"].toInt(), 3);
    QCOMPARE(objectOf(linked)[u"effect"][u"unchanged"].toInt(), 2);
    QCOMPARE(objectOf(linked)[u"correlation"][u"decidedBy"].toString(), u"tester"_s);
    QCOMPARE(counts()[u"needs_routing"].toInt(), 3);
    QCOMPARE(counts()[u"ready_to_route"].toInt(), 3);
    QCOMPARE(counts()[u"not_renewable"].toInt(), 1);
    QCOMPARE(linked->value("etag"), etag(1));

    const QJsonObject newest =
        objectOf(m_service->ask("GET", "/api/v1/audit?limit=1"))[u"items"][0].toObject();
    QCOMPARE(newest[u"action"].toString(), u"correlation.linked"_s);
    QCOMPARE(newest[u"subject"].toString(), u"prescriber/1"_s);
    QCOMPARE(newest[u"actor"].toString(), u"tester"_s);

    const auto undone = m_service->ask("POST", "/api/v1/prescribers/1/correlation/undo",
                                       "If-Match: " + etag(1) + "\r\n", QByteArray());
    QVERIFY(undone);
    QVERIFY2(undone->status == 200, undone->body);
    QCOMPARE(objectOf(undone)[u"effect"][u"becomeNeedsTeam"].toInt(), 3);
    QCOMPARE(counts()[u"needs_routing"].toInt(), 6);
    QCOMPARE(counts()[u"ready_to_route"].toInt(), 0);
}

void TestRoutes::staleVersionGetsThePresentState()
{
    const QByteArray seen = etag(2);
    QCOMPARE(decide(2, R"({"decision":"link","triageTeamId":1002})", seen)->status, 200);
    const auto late = decide(2, R"({"decision":"external"})", seen);
    QCOMPARE(late->status, 412);
    const QJsonObject present = objectOf(late)[u"present"].toObject();
    QCOMPARE(present[u"status"].toString(), u"manual"_s);
    QCOMPARE(present[u"triageTeamId"].toInteger(), 1002);
    QCOMPARE(counts()[u"external"].toInt(), 0);
}

void TestRoutes::repeatedKeyHasNoSecondEffect()
{
    const QByteArray version = etag(1);
    const QByteArray body = R"({"decision":"link","triageTeamId":1001})";
    const auto first = decide(1, body, version, "key-1");
    const auto again = decide(1, body, version, "key-1");
    QCOMPARE(first->status, 200);
    QCOMPARE(again->status, 200);
    QCOMPARE(again->body, first->body);
    QCOMPARE(again->value("etag"), first->value("etag"));
    QCOMPARE(objectOf(m_service->ask("GET", "/api/v1/audit"))[u"total"].toInt(), 1);
    QCOMPARE(decide(1, R"({"decision":"external"})", version, "key-1")->status, 422);
    QCOMPARE(decide(1, body, version, "key-2")->status, 412);
}

void TestRoutes::pagesFollowEachOther()
{
    QSet<qint64> seen;
    QString cursor;
    int pages = 0;
    do {
        const QJsonObject page = objectOf(m_service->ask("GET", "/api/v1/renewals?limit=4&cursor=" +
                                                                    cursor.toLatin1().toPercentEncoding()));
        QCOMPARE(page[u"total"].toInt(), 9);
        const QJsonArray items = page[u"items"].toArray();
        for (const QJsonValue &item : items)
            seen.insert(item[u"id"].toInteger());
        cursor = page[u"next"].toString();
        ++pages;
    } while (!cursor.isEmpty() && pages < 10);
    QCOMPARE(pages, 3);
    QCOMPARE(seen.size(), 9);
}

void TestRoutes::changesAreSeen()
{
    const qint64 since = objectOf(m_service->ask("GET", "/api/v1/status"))[u"changeSequence"].toInteger();
    QCOMPARE(decide(3, R"({"decision":"external"})", etag(3))->status, 200);
    const QJsonObject list =
        objectOf(m_service->ask("GET", "/api/v1/changes?since=" + QByteArray::number(since)));
    QStringList subjects;
    const QJsonArray changes = list[u"changes"].toArray();
    for (const QJsonValue &change : changes)
        subjects << change[u"kind"].toString() + u' ' + change[u"subject"].toString();
    QVERIFY2(subjects.contains(u"prescriber prescriber/3"_s), qPrintable(subjects.join(u' ')));
    QVERIFY2(!subjects.filter(u"renewal "_s).isEmpty(), qPrintable(subjects.join(u' ')));
    const QByteArray next = QByteArray::number(list[u"next"].toInteger());
    QVERIFY(objectOf(m_service->ask("GET", "/api/v1/changes?since=" + next))[u"changes"].toArray().isEmpty());
}

QJsonObject TestRoutes::jobOver(const QString &id)
{
    QJsonObject job;
    const auto isOver = [&] {
        job = objectOf(m_service->ask("GET", "/api/v1/jobs/" + id.toLatin1()));
        return job[u"state"] != u"queued"_s && job[u"state"] != u"running"_s;
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isOver(), 20000); }();
    return job;
}

void TestRoutes::matchingRunsAsAJob()
{
    QCOMPARE(decide(2, R"({"decision":"refuse"})", etag(2))->status, 200);
    const auto started =
        m_service->ask("POST", "/api/v1/matching", json + "Idempotency-Key: m1\r\n", R"({"station":null})");
    QCOMPARE(started->status, 202);
    const QString id = objectOf(started)[u"id"].toString();
    QCOMPARE(started->value("location"), "/api/v1/jobs/" + id.toLatin1());
    const QJsonObject job = jobOver(id);
    QCOMPARE(job[u"state"].toString(), u"finished"_s);
    QCOMPARE(job[u"progress"].toDouble(), 1.0);
    const auto again =
        m_service->ask("POST", "/api/v1/matching", json + "Idempotency-Key: m1\r\n", R"({"station":null})");
    QCOMPARE(objectOf(again)[u"id"].toString(), id);
    // A person said no: matching did not touch it.
    QCOMPARE(objectOf(m_service->ask("GET", "/api/v1/prescribers/2"))[u"summary"][u"correlation"][u"status"]
                 .toString(),
             u"refused"_s);
    QVERIFY(!objectOf(m_service->ask("GET", "/api/v1/prescribers/1"))[u"candidates"][u"candidates"]
                 .toArray()
                 .isEmpty());
    QCOMPARE(m_service->ask("DELETE", "/api/v1/jobs/" + id.toLatin1())->status, 200);
}

void TestRoutes::uploadIsImported()
{
    const auto begun = m_service->ask("POST", "/api/v1/imports", json, R"({"fileName":"teams.json"})");
    QCOMPARE(begun->status, 201);
    const QByteArray path = begun->value("location");
    const QByteArray file =
        R"({"data":[{"id":"1009","type":"all_triage_teams","attributes":{"triageTeamId":1009,)"
        R"("name":"DAYTON: Podiatry","stationNumber":"552","blockedStatus":false,"preferredTeam":true,)"
        R"("relationType":"PATIENT"}}]})";
    const QByteArray bytes = "Content-Type: application/octet-stream\r\n";
    // Out of order, and one piece twice.
    QCOMPARE(m_service->ask("PUT", path + "/pieces/1", bytes, file.mid(60))->status, 204);
    QCOMPARE(m_service->ask("POST", path + "/finish", {}, QByteArray())->status, 409);
    QCOMPARE(m_service->ask("PUT", path + "/pieces/0", bytes, "wrong at first")->status, 204);
    QCOMPARE(m_service->ask("PUT", path + "/pieces/0", bytes, file.first(60))->status, 204);
    QCOMPARE(objectOf(m_service->ask("GET", path))[u"receivedBytes"].toInt(), file.size());
    const auto finished = m_service->ask("POST", path + "/finish", json, "{}");
    QCOMPARE(finished->status, 202);
    const QJsonObject job = jobOver(objectOf(finished)[u"id"].toString());
    QVERIFY2(job[u"state"] == u"finished"_s, qPrintable(job[u"text"].toString()));
    const QJsonObject report = objectOf(m_service->ask("GET", path));
    QCOMPARE(report[u"state"].toString(), u"finished"_s);
    QCOMPARE(report[u"taken"].toInt(), 1);
    QCOMPARE(report[u"fileName"].toString(), u"teams.json"_s);
    QCOMPARE(objectOf(m_service->ask("GET", "/api/v1/care-teams?station=552&q=podiatry"))[u"items"]
                 .toArray()
                 .size(),
             1);
    QCOMPARE(m_service->ask("PUT", path + "/pieces/2", bytes, "late")->status, 409);
}

void TestRoutes::queuedJobCanBeCancelled()
{
    const auto first = m_service->ask("POST", "/api/v1/matching", json, "{}");
    const auto second = m_service->ask("POST", "/api/v1/matching", json, "{}");
    const QString id = objectOf(second)[u"id"].toString();
    QCOMPARE(m_service->ask("DELETE", "/api/v1/jobs/" + id.toLatin1())->status, 200);
    const QString state = jobOver(id)[u"state"].toString();
    QVERIFY2(state == u"cancelled"_s || state == u"finished"_s, qPrintable(state));
    QCOMPARE(jobOver(objectOf(first)[u"id"].toString())[u"state"].toString(), u"finished"_s);
}

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_routes.moc"
