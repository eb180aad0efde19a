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
using service::Role;

namespace {
const char *triagePath = "/api/v1/renewals/triage";
const QByteArray json = "Content-Type: application/json\r\n";

QJsonObject objectOf(const std::optional<RawAnswer> &answer)
{
    return QJsonDocument::fromJson(answer ? answer->body : QByteArray()).object();
}

QByteArray key(const QByteArray &key)
{
    return json + "Idempotency-Key: " + key + "\r\n";
}
} // namespace

/// Triage, its undo and reveal over real sockets; who the patient is stays inside.
class TestTriageRoutes : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void statuses_data();
    void statuses();
    void roles_data();
    void roles();
    void triageAndBack();
    void repeatedKeyHasOneEffect();
    void ownRenewalsAreOfTheCaller();
    void patientsStayMasked();
    void revealTellsAndIsRecorded();

private:
    QByteArray assign(const char *assignee, int id, int version);

    std::unique_ptr<TestService> m_service;
};

void TestTriageRoutes::init()
{
    m_service = std::make_unique<TestService>();
    QVERIFY2(m_service->problem().isEmpty(), qPrintable(m_service->problem()));
}

QByteArray TestTriageRoutes::assign(const char *assignee, int id, int version)
{
    return QByteArray(R"({"action":"assign","assignee":")") + assignee + R"(","renewals":[{"id":)" +
           QByteArray::number(id) + R"(,"version":)" + QByteArray::number(version) + "}]}";
}

void TestTriageRoutes::statuses_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *target, const QByteArray &fields,
                        const QByteArray &body, int expected) {
        QTest::newRow(name) << QByteArray(target) << fields << body << expected;
    };
    const QByteArray one = R"("renewals":[{"id":1,"version":1}]})";
    const QByteArray taken = R"({"action":"assign","assignee":"Ann",)" + one;
    row("taken", triagePath, key("k"), taken, 200);
    row("refused ones are an answer", triagePath, key("k"), R"({"action":"route",)" + one, 200);
    row("no key", triagePath, json, taken, 400);
    row("a key too long", triagePath, key(QByteArray(201, 'k')), taken, 400);
    row("no JSON", triagePath, key("k"), "route", 400);
    row("a form", triagePath, "Idempotency-Key: k\r\n", taken, 415);
    row("no action", triagePath, key("k"), "{" + one, 422);
    row("an unknown action", triagePath, key("k"), R"({"action":"forget",)" + one, 422);
    row("assigned to nobody known", triagePath, key("k"),
        R"({"action":"assign","assignee":"Nobody Here",)" + one, 422);
    row("assigned in another case", triagePath, key("k"), R"({"action":"assign","assignee":" ann ",)" + one,
        200);
    row("reroute for an odd reason", triagePath, key("k"),
        R"({"action":"reroute","triageTeamId":1002,"reason":"NO",)" + one, 422);
    row("no renewals", triagePath, key("k"), R"({"action":"route"})", 422);
    row("an empty list", triagePath, key("k"), R"({"action":"route","renewals":[]})", 422);
    row("a renewal without version", triagePath, key("k"), R"({"action":"route","renewals":[{"id":1}]})",
        422);
    row("one twice", triagePath, key("k"),
        R"({"action":"route","renewals":[{"id":1,"version":1},{"id":1,"version":1}]})", 422);
    QByteArray many;
    for (int i = 1; i <= 501; ++i)
        many += R"({"version":1,"id":)" + QByteArray::number(i) + (i < 501 ? "}," : "}");
    row("501 at once", triagePath, key("k"), R"({"action":"route","renewals":[)" + many + "]}", 422);
    row("reroute to nobody", triagePath, key("k"), R"({"action":"reroute",)" + one, 422);
    row("a denial without reason", triagePath, key("k"), R"({"action":"deny",)" + one, 422);
    row("a denial for an odd reason", triagePath, key("k"), R"({"action":"deny","reason":"NO",)" + one, 422);
    row("a note too long", triagePath, key("k"),
        R"({"action":"assign","note":")" + QByteArray(2001, 'n') + "\"," + one, 422);
    row("nothing to undo", "/api/v1/renewals/triage/1/undo", key("k"), {}, 404);
    row("a batch of letters", "/api/v1/renewals/triage/x/undo", key("k"), {}, 404);
    row("undo without key", "/api/v1/renewals/triage/1/undo", {}, {}, 400);
    const char *reveal = "/api/v1/renewals/1/reveal";
    row("revealed", reveal, json, R"({"reason":"calling back"})", 200);
    row("without a reason", reveal, json, "{}", 422);
    row("a reason of blanks", reveal, json, R"({"reason":"  "})", 422);
    row("a reason that names the patient", reveal, json, R"({"reason":"who is p-1"})", 422);
    row("a reason too long", reveal, json, R"({"reason":")" + QByteArray(501, 'r') + "\"}", 422);
    row("of nobody", "/api/v1/renewals/99/reveal", json, R"({"reason":"calling back"})", 404);
}

void TestTriageRoutes::statuses()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, body);
    QFETCH(int, expected);
    const auto answer = m_service->ask("POST", target, fields, body);
    QVERIFY(answer);
    QVERIFY2(answer->status == expected, QByteArray::number(answer->status) + ' ' + answer->body);
    if (expected == 422)
        QVERIFY2(!objectOf(answer)[u"errors"].toArray().isEmpty(), answer->body);
}

void TestTriageRoutes::roles_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("expected");
    QTest::newRow("clinical") << TestService::token(Role::Clinical) << 200;
    QTest::newRow("pharmacy admin") << TestService::token(Role::PharmacyAdmin) << 200;
    QTest::newRow("product") << TestService::token(Role::Product) << 403;
    QTest::newRow("nobody") << QByteArray() << 401;
}

void TestTriageRoutes::roles()
{
    QFETCH(QByteArray, token);
    QFETCH(int, expected);
    const auto taken = m_service->ask("POST", triagePath, key("k"), assign("Ann", 1, 1), token);
    QVERIFY(taken);
    QCOMPARE(taken->status, expected);
    const auto revealed =
        m_service->ask("POST", "/api/v1/renewals/1/reveal", json, R"({"reason":"calling back"})", token);
    QVERIFY(revealed);
    QCOMPARE(revealed->status, expected);
    const auto undone =
        m_service->ask("POST", "/api/v1/renewals/triage/1/undo", key("u"), QByteArray(), token);
    QVERIFY(undone);
    QCOMPARE(undone->status, expected);
}

void TestTriageRoutes::triageAndBack()
{
    const auto denied =
        m_service->ask("POST", triagePath, key("k-1"),
                       R"({"action":"deny","reason":"NEEDAPMT","renewals":[{"id":1,"version":1},)"
                       R"({"id":2,"version":9},{"id":6,"version":1}]})");
    QVERIFY(denied);
    const QJsonObject outcome = objectOf(denied);
    QCOMPARE(outcome[u"changed"].toArray().size(), 2);
    QCOMPARE(outcome[u"refused"][0][u"code"].toString(), u"conflict"_s);
    QCOMPARE(outcome[u"changed"][0][u"outcomeReason"].toString(), u"NEEDAPMT"_s);
    const QJsonObject detail = objectOf(m_service->ask("GET", "/api/v1/renewals/1"));
    QCOMPARE(detail[u"renewal"][u"state"].toString(), u"closed"_s);
    QCOMPARE(detail[u"history"][0][u"action"].toString(), u"triage.deny"_s);
    const QByteArray undo = "/api/v1/renewals/triage/" + outcome[u"batch"].toString().toLatin1() + "/undo";
    const QJsonObject undone = objectOf(m_service->ask("POST", undo, key("k-2"), QByteArray()));
    QCOMPARE(undone[u"changed"].toArray().size(), 2);
    QCOMPARE(undone[u"batch"].toString(), QString());
    const auto again = m_service->ask("POST", undo, key("k-3"), QByteArray());
    QVERIFY(again);
    QCOMPARE(again->status, 409);
    const QJsonObject routed = objectOf(
        m_service->ask("POST", triagePath, key("k-4"),
                       R"({"action":"reroute","triageTeamId":1002,"renewals":[{"id":1,"version":3}]})"));
    QCOMPARE(routed[u"changed"].toArray().size(), 1);
    const QJsonObject waiting = objectOf(m_service->ask("GET", "/api/v1/renewals/1"));
    QCOMPARE(waiting[u"routedTo"][u"triageTeamId"].toInteger(), 1002);
}

void TestTriageRoutes::repeatedKeyHasOneEffect()
{
    const auto first = m_service->ask("POST", triagePath, key("k"), assign("Ann", 1, 1));
    const auto second = m_service->ask("POST", triagePath, key("k"), assign("Ann", 1, 1));
    QVERIFY(first && second);
    QCOMPARE(second->body, first->body);
    QCOMPARE(objectOf(m_service->ask("GET", "/api/v1/renewals/1"))[u"renewal"][u"version"].toInteger(), 2);
    const auto other = m_service->ask("POST", triagePath, key("k"), assign("Bob", 1, 1));
    QVERIFY(other);
    QCOMPARE(other->status, 422);
}

void TestTriageRoutes::ownRenewalsAreOfTheCaller()
{
    const auto audit = objectOf(m_service->ask("POST", triagePath, key("k"), assign("Bob", 1, 1)));
    QCOMPARE(audit[u"changed"].toArray().size(), 1);
    const auto own = [&] {
        return objectOf(m_service->ask("GET", "/api/v1/renewals?view=assigned_to_me"))[u"total"].toInteger();
    };
    QCOMPARE(own(), 0);
    const QByteArray me =
        objectOf(m_service->ask("GET", "/api/v1/audit"))[u"items"][0][u"actor"].toString().toUtf8();
    QVERIFY(!me.isEmpty());
    const auto mine = m_service->ask("POST", triagePath, key("k-2"), assign(me, 2, 1));
    QVERIFY(mine);
    QCOMPARE(own(), 1);
}

void TestTriageRoutes::patientsStayMasked()
{
    // Patient keys of the region are "P-1" ... "P-9": too short to show anything of them.
    QVERIFY(m_service->ask("POST", triagePath, key("k"), assign("Ann", 1, 1)));
    const QByteArray targets[] = {"/api/v1/renewals",         "/api/v1/renewals?q=lisin",
                                  "/api/v1/renewals?limit=2", "/api/v1/renewals/1",
                                  "/api/v1/renewals/2",       "/api/v1/audit"};
    for (const QByteArray &target : targets) {
        const auto answer = m_service->ask("GET", target);
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QVERIFY2(!answer->body.contains("\"P-"), answer->body);
    }
    const auto outcome = m_service->ask("POST", triagePath, key("k-2"), assign("Bob", 2, 1));
    QVERIFY(outcome);
    QVERIFY2(!outcome->body.contains("\"P-"), outcome->body);
    const QJsonArray items = objectOf(m_service->ask("GET", "/api/v1/renewals"))[u"items"].toArray();
    QVERIFY(items.size() > 3);
    QSet<QString> groups;
    for (const QJsonValue &item : items)
        groups.insert(item[u"patientGroup"].toString());
    QCOMPARE(groups.size(), items.size()); // nine patients
    QVERIFY(!groups.contains(QString()));
}

void TestTriageRoutes::revealTellsAndIsRecorded()
{
    const auto revealed =
        m_service->ask("POST", "/api/v1/renewals/1/reveal", json, R"({"reason":"calling back"})");
    QVERIFY(revealed);
    QCOMPARE(objectOf(revealed)[u"patientKey"].toString(), u"P-1"_s);
    QCOMPARE(revealed->value("cache-control"), "no-store");
    const QJsonValue entry = objectOf(m_service->ask("GET", "/api/v1/audit"))[u"items"][0];
    QCOMPARE(entry[u"action"].toString(), u"patient.revealed"_s);
    QCOMPARE(entry[u"subject"].toString(), u"renewal/1"_s);
    QCOMPARE(entry[u"note"].toString(), u"calling back"_s);
}

QTEST_GUILESS_MAIN(TestTriageRoutes)
#include "tst_triageroutes.moc"
