// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"
#include "app/store/database.h"
#include "app/store/databaseurl.h"
#include "models/domain/triagemoves.h"
#include "tests/service/testservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
const char *triagePath = "/api/v1/renewals/triage";

QByteArray key(const QByteArray &key)
{
    return "Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\n";
}

QJsonObject objectOf(const std::optional<RawAnswer> &answer)
{
    return QJsonDocument::fromJson(answer ? answer->body : QByteArray()).object();
}

/// A body that asks for it of renewal 1, in version 1, as well as can be.
QJsonObject body(const QString &action)
{
    return {{u"action"_s, action},
            {u"renewals"_s, QJsonArray{QJsonObject{{u"id"_s, 1}, {u"version"_s, 1}}}},
            {u"triageTeamId"_s, 1002},
            {u"assignee"_s, u"Bob"_s},
            {u"reason"_s, action == u"deny"_s ? u"TOOEARLY"_s : QString()},
            {u"message"_s, u"Which dose?"_s},
            {u"duplicateOf"_s, 2},
            {u"override"_s, QJsonObject{{u"gate"_s, u"not_fully_checked"_s}, {u"reason"_s, u"seen"_s}}},
            {u"order"_s, QJsonObject{{u"drug"_s, u"LISINOPRIL 10MG TAB"_s},
                                     {u"sig"_s, u"Take one"_s},
                                     {u"quantity"_s, 30},
                                     {u"refills"_s, 3}}}};
}
} // namespace

/// Outcomes over real sockets: no move that the table does not know, no figure out of its limits, no approval
/// of what does not pass its gates.
class TestOutcomeRoutes : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyActionFromEveryState_data();
    void everyActionFromEveryState();
    void bodies_data();
    void bodies();
    void anApprovalIsToldAndTakenBack();
    void staffIsNamed();

private:
    bool run(const QString &sql);
    std::optional<RawAnswer> post(const QJsonObject &body, const QByteArray &name = "k")
    {
        return m_service->ask("POST", triagePath, key(name),
                              QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    std::unique_ptr<TestService> m_service;
};

void TestOutcomeRoutes::init()
{
    m_service = std::make_unique<TestService>();
    QVERIFY2(m_service->problem().isEmpty(), qPrintable(m_service->problem()));
}

bool TestOutcomeRoutes::run(const QString &sql)
{
    store::Database database(*store::DatabaseUrl::parse(m_service->databaseUrl()));
    const auto connection = database.connection();
    return connection && (*connection)->run(sql).has_value();
}

void TestOutcomeRoutes::everyActionFromEveryState_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("state");
    for (const char *action :
         {"route", "reroute", "assign", "deny", "approve", "return", "duplicate", "withdraw"}) {
        for (const char *state : {"needs_routing", "ready_to_route", "in_review", "routed", "returned",
                                  "external", "not_renewable", "closed"}) {
            QTest::addRow("%s from %s", action, state)
                << QString::fromLatin1(action) << QString::fromLatin1(state);
        }
    }
}

void TestOutcomeRoutes::everyActionFromEveryState()
{
    QFETCH(QString, action);
    QFETCH(QString, state);
    QVERIFY(run(u"UPDATE renewal SET patient_key = 'P-1', state = CASE id WHEN 1 THEN '%1' ELSE state END "
                "WHERE id IN (1, 2)"_s.arg(state)));
    const auto answer = post(body(action));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    const QJsonObject outcome = objectOf(answer);
    const QJsonArray changed = outcome[u"changed"].toArray();
    QCOMPARE(changed.size() + outcome[u"refused"].toArray().size(), 1);
    const auto kind = *triageActionFromString(action);
    const auto from = *renewalStateFromString(state);
    const QJsonObject now = objectOf(m_service->ask("GET", "/api/v1/renewals/1"))[u"renewal"].toObject();
    if (changed.isEmpty()) {
        QCOMPARE(now[u"state"].toString(), state);
        QCOMPARE(now[u"version"].toInteger(), 1);
        // Without a link nothing can be routed; all else that the table holds can be done.
        QVERIFY2(!mayMove(kind, from) || kind == TriageAction::Route, answer->body);
        return;
    }
    QVERIFY2(mayMove(kind, from, *renewalStateFromString(now[u"state"].toString())), answer->body);
    QCOMPARE(now[u"version"].toInteger(), 2);
}

void TestOutcomeRoutes::bodies_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *action, const char *field, const QByteArray &value,
                        int expected) {
        QTest::newRow(name) << QString::fromLatin1(action) << QString::fromLatin1(field) << value << expected;
    };
    const auto order = [](const QByteArray &quantity, const QByteArray &refills,
                          const QByteArray &drug = "A") {
        return R"({"drug":")" + drug + R"(","sig":"B","quantity":)" + quantity + R"(,"refills":)" + refills +
               "}";
    };
    row("most of all", "approve", "order", order("10000", "11"), 200);
    row("a part", "approve", "order", order("0.5", "0"), 200);
    row("none", "approve", "order", order("0", "3"), 422);
    row("less than none", "approve", "order", order("-1", "3"), 422);
    row("too many", "approve", "order", order("10001", "3"), 422);
    row("no count", "approve", "order", order("null", "3"), 422);
    row("a count in words", "approve", "order", order(R"("many")", "3"), 422);
    row("too many refills", "approve", "order", order("30", "12"), 422);
    row("refills beyond reason", "approve", "order", order("30", "4294967296"), 422);
    row("refills below none", "approve", "order", order("30", "-1"), 422);
    row("no refills said", "approve", "order", order("30", "null"), 422);
    row("no drug", "approve", "order", order("30", "3", " "), 422);
    row("a drug too long", "approve", "order", order("30", "3", QByteArray(501, 'A')), 422);
    row("an order of two", "approve", "renewals", R"([{"id":1,"version":1},{"id":2,"version":1}])", 422);
    row("an order that is none", "approve", "order", R"("as before")", 422);
    row("an override without a reason", "approve", "override", R"({"gate":"x","reason":" "})", 422);
    row("an override of nothing", "approve", "override", R"({"gate":"","reason":"why"})", 422);
    row("an override too long", "approve", "override",
        R"({"gate":"x","reason":")" + QByteArray(501, 'r') + R"("})", 422);
    row("nothing asked", "return", "message", R"("  ")", 422);
    row("too much asked", "return", "message", "\"" + QByteArray(2001, 'm') + "\"", 422);
    row("a duplicate of nothing", "duplicate", "duplicateOf", "null", 422);
    row("a duplicate of itself", "duplicate", "duplicateOf", "1", 422);
}

void TestOutcomeRoutes::bodies()
{
    QFETCH(QString, action);
    QFETCH(QString, field);
    QFETCH(QByteArray, value);
    QFETCH(int, expected);
    QJsonObject asked = body(action);
    asked[field] = QJsonDocument::fromJson("[" + value + "]").array().at(0);
    const auto answer = post(asked);
    QVERIFY(answer);
    QVERIFY2(answer->status == expected, answer->body);
    if (expected == 422) {
        QVERIFY2(!objectOf(answer)[u"errors"].toArray().isEmpty(), answer->body);
        QCOMPARE(objectOf(m_service->ask("GET", "/api/v1/renewals/1"))[u"renewal"][u"version"].toInteger(),
                 1);
    }
}

void TestOutcomeRoutes::anApprovalIsToldAndTakenBack()
{
    QJsonObject approve = body(u"approve"_s);
    QJsonObject bare = approve;
    bare[u"override"_s] = QJsonValue::Null;
    const QJsonObject refused = objectOf(post(bare, "bare"));
    QCOMPARE(refused[u"refused"][0][u"code"].toString(), u"override_needed"_s);

    const auto first = post(approve);
    const auto second = post(approve); // the same key: one effect, one answer
    QVERIFY(first && second);
    QCOMPARE(second->body, first->body);
    const QJsonObject detail = objectOf(m_service->ask("GET", "/api/v1/renewals/1"));
    QCOMPARE(detail[u"renewal"][u"outcome"].toString(), u"replaced"_s); // it had no instructions
    QCOMPARE(detail[u"renewal"][u"version"].toInteger(), 2);
    QCOMPARE(detail[u"former"][u"drug"].toString(), u"LISINOPRIL 10MG TAB"_s);
    QVERIFY(detail[u"former"][u"refills"].isNull());
    QCOMPARE(detail[u"answer"][u"order"][u"quantity"].toInt(), 30);
    QCOMPARE(detail[u"answer"][u"override"][u"gate"].toString(), u"not_fully_checked"_s);
    const QByteArray undo =
        "/api/v1/renewals/triage/" + objectOf(first)[u"batch"].toString().toLatin1() + "/undo";
    QCOMPARE(objectOf(m_service->ask("POST", undo, key("u"), QByteArray()))[u"changed"].toArray().size(), 1);
    const QJsonObject again = objectOf(m_service->ask("GET", "/api/v1/renewals/1"));
    QCOMPARE(again[u"renewal"][u"state"].toString(), u"needs_routing"_s);
    QVERIFY(again[u"answer"][u"order"].isNull());
}

void TestOutcomeRoutes::staffIsNamed()
{
    const auto answer = m_service->ask("GET", "/api/v1/staff");
    QVERIFY(answer);
    QStringList names;
    const QJsonArray array = objectOf(answer)[u"names"].toArray();
    for (const auto name : array)
        names.append(name.toString());
    QCOMPARE(names.join(u' '), u"admin Ann Bob clinical pharmacy_admin tester"_s); // not the product's
    QCOMPARE(
        m_service->ask("GET", "/api/v1/staff", {}, {}, TestService::token(service::Role::Product))->status,
        403);
}

QTEST_GUILESS_MAIN(TestOutcomeRoutes)
#include "tst_outcomeroutes.moc"
