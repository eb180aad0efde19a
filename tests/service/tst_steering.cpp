// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "app/store/steeringrepository.h"
#include "app/upstream/flipperclient.h"
#include "tests/service/testservice.h"
#include "tests/support/flipperserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
const QString toggle = QString::fromLatin1(renewalRequestToggle);
const QString second = QString::fromLatin1(oracleHealthRolloutToggle);
constexpr int patience = 60'000;

exchange::FlipperGates gates(const QString &key, double percentage, const QStringList &actors = {})
{
    exchange::FlipperGates wanted;
    wanted.key = key;
    wanted.percentageOfActors = percentage;
    wanted.actors = actors;
    return wanted;
}

QJsonObject objectOf(const std::optional<RawAnswer> &answer)
{
    return QJsonDocument::fromJson(answer ? answer->body : QByteArray()).object();
}
} // namespace

/// Steps of the rollout over a real service, to the real Flipper.
class TestSteering : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aDryRunMovesNothing();
    void goingUpNeedsReasonsOverridden();
    void offIsConfirmedAndRestoredWithItsActors();
    void steppingDownBringsBothToggles();
    void driftIsSeenAndAccepted();
    void misbehaviourEndsInAKnownState_data();
    void misbehaviourEndsInAKnownState();
    void aStepLeftByADeadServiceIsLookedUp_data();
    void aStepLeftByADeadServiceIsLookedUp();
    void theModeHasAVersion();

private:
    service::ServiceOptions options() const;
    void start();
    std::optional<RawAnswer> send(const QByteArray &method, const QByteArray &path, const QByteArray &body);
    QJsonObject state() const { return objectOf(m_service->ask("GET", "/api/v1/rollout/steering")); }
    QJsonObject lastStep() const { return state()[u"steps"].toArray().first().toObject(); }
    bool isSettled() const { return lastStep()[u"state"].toString() != u"waiting"; }
    double percent(const QString &key) const;

    std::unique_ptr<FlipperServer> m_flipper;
    std::unique_ptr<TestService> m_service;
    int m_keys = 0;
};

service::ServiceOptions TestSteering::options() const
{
    service::ServiceOptions options;
    options.requestBurst = 100'000;
    options.requestsPerSecond = 10'000;
    options.steering.url = m_flipper->url();
    options.steering.token = FlipperServer::token;
    options.steering.interval = std::chrono::milliseconds(100);
    options.steering.longestPause = std::chrono::milliseconds(400);
    options.steering.freshness = std::chrono::minutes(5);
    return options;
}

void TestSteering::init()
{
    m_service.reset();
    m_flipper = std::make_unique<FlipperServer>(QStringList{toggle, second});
    QVERIFY2(m_flipper->problem().isEmpty(), qPrintable(m_flipper->problem()));
    upstream::FlipperClient flipper({m_flipper->url(), FlipperServer::token});
    QCOMPARE(toString(flipper.bring(gates(toggle, 1, {u"pilot@example.com"_s})).state), u"done"_s);
    QCOMPARE(toString(flipper.bring(gates(second, 1)).state), u"done"_s);
}

void TestSteering::start()
{
    m_service = std::make_unique<TestService>(options());
    QVERIFY2(m_service->problem().isEmpty(), qPrintable(m_service->problem()));
    QTRY_VERIFY_WITH_TIMEOUT(state()[u"toggles"].toArray().at(1)[u"present"].isObject(), patience);
}

std::optional<RawAnswer> TestSteering::send(const QByteArray &method, const QByteArray &path,
                                            const QByteArray &body)
{
    return m_service->ask(
        method, "/api/v1/rollout/" + path,
        "Content-Type: application/json\r\nIdempotency-Key: k" + QByteArray::number(++m_keys) + "\r\n", body);
}

double TestSteering::percent(const QString &key) const
{
    upstream::FlipperClient flipper({m_flipper->url(), FlipperServer::token});
    const auto read = flipper.read(key);
    return read ? read->percentageOfActors.value_or(0) : -1;
}

void TestSteering::aDryRunMovesNothing()
{
    start();
    QVERIFY(state()[u"mode"][u"dryRun"].toBool());
    const auto answer = send("POST", "steps", R"({"kind":"off","severity":"critical"})");
    QCOMPARE(answer->status, 202);
    QCOMPARE(objectOf(answer)[u"state"].toString(), u"dry_run"_s);
    QCOMPARE(objectOf(answer)[u"from"].toDouble(), 1.0);
    QCOMPARE(percent(toggle), 1.0);
    // Ids of actors go nowhere.
    QVERIFY(!m_service->ask("GET", "/api/v1/rollout/steering")->body.contains("pilot"));
    QVERIFY(!m_service->ask("GET", "/api/v1/audit")->body.contains("pilot"));
}

void TestSteering::goingUpNeedsReasonsOverridden()
{
    start();
    QCOMPARE(send("PUT", "steering/mode", R"({"dryRun":false,"version":0})")->status, 200);
    const auto refused = send("POST", "steps", R"({"kind":"advance","stage":"B"})");
    QCOMPARE(refused->status, 409);
    QVERIFY2(objectOf(refused)[u"detail"].toString().contains(u"has not signed off"), refused->body);
    QCOMPARE(send("POST", "steps", R"({"kind":"advance","stage":"B","override":true})")->status, 422);
    QCOMPARE(percent(toggle), 1.0);
    const auto made =
        send("POST", "steps", R"({"kind":"advance","stage":"B","override":true,"reason":"agreed by phone"})");
    QVERIFY2(made->status == 202, made->body);
    QVERIFY(!objectOf(made)[u"overridden"].toArray().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patience);
    QCOMPARE(lastStep()[u"state"].toString(), u"done"_s);
    QCOMPARE(percent(toggle), 25.0);
    QCOMPARE(percent(second), 25.0);
    const QJsonObject rollout = objectOf(m_service->ask("GET", "/api/v1/rollout"));
    QVERIFY(!rollout[u"stages"].toArray().at(1)[u"startedAt"].isNull());
    QCOMPARE(rollout[u"percent"].toDouble(), 25.0);
}

void TestSteering::offIsConfirmedAndRestoredWithItsActors()
{
    start();
    QCOMPARE(send("PUT", "steering/mode", R"({"dryRun":false,"version":0})")->status, 200);
    QCOMPARE(send("POST", "steps", R"({"kind":"off","severity":"critical","reason":"fails"})")->status, 202);
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patience);
    const QJsonObject off = lastStep();
    QCOMPARE(off[u"state"].toString(), u"done"_s);
    const QDateTime decided = QDateTime::fromString(off[u"decidedAt"].toString(), Qt::ISODateWithMs);
    const QDateTime confirmed = QDateTime::fromString(off[u"confirmedAt"].toString(), Qt::ISODateWithMs);
    qInfo("From decision to Flipper confirming: %lld ms", decided.msecsTo(confirmed));
    QCOMPARE(percent(toggle), 0.0);
    QCOMPARE(percent(second), 0.0);
    const QByteArray restore = R"({"kind":"restore","override":true,"reason":"false alarm","restores":)" +
                               QByteArray::number(off[u"number"].toInt()) + "}";
    QCOMPARE(send("POST", "steps", restore)->status, 202);
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patience);
    QCOMPARE(lastStep()[u"state"].toString(), u"done"_s);
    upstream::FlipperClient flipper({m_flipper->url(), FlipperServer::token});
    const auto back = flipper.read(toggle);
    QVERIFY(back);
    QVERIFY(exchange::isSameGates(*back, gates(toggle, 1, {u"pilot@example.com"_s})));
    QCOMPARE(send("POST", "steps", restore)->status, 409); // once
}

void TestSteering::steppingDownBringsBothToggles()
{
    upstream::FlipperClient flipper({m_flipper->url(), FlipperServer::token});
    QCOMPARE(toString(flipper.bring(gates(toggle, 25)).state), u"done"_s);
    QCOMPARE(toString(flipper.bring(gates(second, 25)).state), u"done"_s);
    start();
    QCOMPARE(send("PUT", "steering/mode", R"({"dryRun":false,"version":0})")->status, 200);
    QCOMPARE(send("POST", "steps", R"({"kind":"step_down","stage":"B","severity":"high"})")->status, 409);
    QCOMPARE(send("POST", "steps", R"({"kind":"step_down","stage":"A","severity":"high"})")->status, 202);
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patience);
    QCOMPARE(lastStep()[u"state"].toString(), u"done"_s);
    QCOMPARE(percent(toggle), 1.0);
    QCOMPARE(percent(second), 1.0);
}

void TestSteering::driftIsSeenAndAccepted()
{
    start();
    upstream::FlipperClient flipper({m_flipper->url(), FlipperServer::token});
    QCOMPARE(toString(flipper.bring(gates(toggle, 60)).state), u"done"_s);
    const auto drifted = [this] { return !state()[u"toggles"].toArray().at(0)[u"driftedAt"].isNull(); };
    QTRY_VERIFY_WITH_TIMEOUT(drifted(), patience);
    const QJsonObject moved = state()[u"toggles"].toArray().at(0).toObject();
    QCOMPARE(moved[u"expected"][u"percentageOfActors"].toDouble(), 1.0);
    QCOMPARE(moved[u"present"][u"percentageOfActors"].toDouble(), 60.0);
    const auto up = send("POST", "steps", R"({"kind":"restore","restores":1})");
    QCOMPARE(up->status, 409);
    const QByteArray body = R"({"toggle":")" + toggle.toLatin1() + R"(","note":"agreed"})";
    QCOMPARE(send("POST", "steering/drift-accepted", body)->status, 200);
    QVERIFY(!drifted());
    QVERIFY(m_service->ask("GET", "/api/v1/audit")->body.contains("rollout.drift_accepted"));
}

void TestSteering::misbehaviourEndsInAKnownState_data()
{
    QTest::addColumn<QByteArray>("manner");
    QTest::addColumn<QString>("state");
    QTest::newRow("dies before it writes") << QByteArray("die_before") << u"unknown"_s;
    QTest::newRow("dies after it wrote") << QByteArray("die_after") << u"unknown"_s;
    QTest::newRow("half an answer") << QByteArray("half") << u"done"_s;
    QTest::newRow("says yes and does nothing") << QByteArray("ignore") << u"partly"_s;
    QTest::newRow("503") << QByteArray("status 503") << u"partly"_s;
}

void TestSteering::misbehaviourEndsInAKnownState()
{
    QFETCH(QByteArray, manner);
    QFETCH(QString, state);
    start();
    QCOMPARE(send("PUT", "steering/mode", R"({"dryRun":false,"version":0})")->status, 200);
    QVERIFY(m_flipper->behave(manner));
    QCOMPARE(send("POST", "steps", R"({"kind":"off","severity":"critical"})")->status, 202);
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patience);
    QCOMPARE(lastStep()[u"state"].toString(), state);
    QCOMPARE(lastStep()[u"told"].toString().isEmpty(), state == "done"_L1);
}

void TestSteering::aStepLeftByADeadServiceIsLookedUp_data()
{
    QTest::addColumn<double>("present");
    QTest::addColumn<QString>("state");
    QTest::newRow("it was made") << 0.0 << u"done"_s;
    QTest::newRow("it was not") << 1.0 << u"refused"_s;
    QTest::newRow("something else") << 75.0 << u"partly"_s;
}

/// A service that died between the mark and the confirmation leaves a step that was begun.
void TestSteering::aStepLeftByADeadServiceIsLookedUp()
{
    QFETCH(double, present);
    QFETCH(QString, state);
    upstream::FlipperClient flipper({m_flipper->url(), FlipperServer::token});
    m_service = std::make_unique<TestService>(); // without Flipper
    QVERIFY(m_service->problem().isEmpty());
    store::Database database(*store::DatabaseUrl::parse(m_service->databaseUrl()));
    const auto connection = database.connection();
    QVERIFY(connection);
    store::SteeringRepository repository(**connection, u"production"_s);
    const FlipperFeature before = gates(toggle, 1).summary();
    RolloutStep step{.number = 0, .environment = u"production"_s, .kind = StepKind::Off, .from = 1};
    step.toggles = {{before, closed(before)}};
    step.decidedAt = QDateTime::currentDateTimeUtc().addSecs(-600);
    const auto number = repository.add(step);
    QVERIFY(number);
    step.number = *number;
    step.begunAt = step.decidedAt;
    QVERIFY(repository.begin(step));
    QCOMPARE(toString(flipper.bring(gates(toggle, present)).state), u"done"_s);
    service::ServiceOptions other = options();
    other.databaseUrl = m_service->databaseUrl();
    service::Service again;
    QVERIFY(again.start(other));
    QTRY_COMPARE_WITH_TIMEOUT(lastStep()[u"state"].toString(), state, patience);
    QCOMPARE(percent(toggle), present); // read, and not written
}

void TestSteering::theModeHasAVersion()
{
    start();
    QCOMPARE(send("PUT", "steering/mode", R"({"dryRun":false,"version":3})")->status, 409);
    QCOMPARE(send("PUT", "steering/mode", R"({"dryRun":false,"version":0})")->status, 200);
    QCOMPARE(send("PUT", "steering/mode", R"({"dryRun":true,"version":0})")->status, 409);
    QCOMPARE(send("PUT", "steering/mode", R"({"dryRun":true,"version":1,"reason":"done"})")->status, 200);
    QVERIFY(state()[u"mode"][u"dryRun"].toBool());
}

QTEST_GUILESS_MAIN(TestSteering)
#include "tst_steering.moc"
