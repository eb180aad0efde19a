// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/connectionmonitor.h"
#include "tests/support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace renewal;
using namespace renewal::client;
using renewal::test::FakeAnswer;
using renewal::test::FakeNetwork;
using State = ConnectionState::State;

namespace {

const RestEndpoint endpoint{QUrl(u"http://127.0.0.1:8080"_s), "secret"};

MonitorSettings quick()
{
    return {.interval = 5ms, .timeout = 20ms, .firstRetry = 1ms, .longestRetry = 4ms, .failuresUntilAway = 2};
}

/// Long pauses: only what the test does makes the monitor look.
MonitorSettings calm()
{
    return {.interval = 1h, .timeout = 20ms, .firstRetry = 1h, .longestRetry = 1h, .failuresUntilAway = 2};
}

struct Bench
{
    explicit Bench(const MonitorSettings &settings, QVector<FakeAnswer> script = {})
        : network(std::move(script))
        , client(&network, {.attempts = 1})
        , monitor(&client, &state, &clock, settings)
    {
    }

    FakeNetwork network;
    RestClient client;
    ConnectionState state;
    FixedClock clock{QDateTime(QDate(2026, 11, 2), QTime(9, 0), Qt::UTC)};
    ConnectionMonitor monitor;
};

} // namespace

class TestConnectionMonitor : public QObject
{
    Q_OBJECT

private slots:
    void startsConnectingAndComesOnline();
    void awayBeforeTheFirstAnswer();
    void oneFailureIsNoLoss();
    void goesAwayAndComesBackByItself();
    void silenceMakesItLook();
    void answerOfAnyCallIsContact();
    void refusedServiceIsAwayWithItsReason();
};

void TestConnectionMonitor::startsConnectingAndComesOnline()
{
    Bench bench(calm());
    QCOMPARE(bench.state.state(), State::Connecting);
    QCoreApplication::processEvents();
    QVERIFY(bench.network.seen().isEmpty());
    bench.client.connectTo(endpoint);
    QTRY_COMPARE(bench.state.state(), State::Online);
    QCOMPARE(bench.state.since(), bench.clock.now());
    QCOMPARE(bench.state.lastContact(), bench.clock.now());
    QCOMPARE(bench.network.seen().first().request.url(), QUrl(u"http://127.0.0.1:8080/healthz"_s));
}

void TestConnectionMonitor::awayBeforeTheFirstAnswer()
{
    Bench bench(calm(), {FakeAnswer::refused()});
    bench.client.connectTo(endpoint);
    QTRY_COMPARE(bench.state.state(), State::Away);
    QVERIFY(bench.state.reason().contains(u"127.0.0.1"_s));
    QVERIFY(!bench.state.lastContact().isValid());
}

void TestConnectionMonitor::oneFailureIsNoLoss()
{
    MonitorSettings settings = calm();
    settings.firstRetry = 1ms;
    Bench bench(settings, {FakeAnswer::json("ok"), FakeAnswer::refused(), FakeAnswer::refused(),
                           FakeAnswer::json("ok")});
    bench.client.connectTo(endpoint);
    QTRY_COMPARE(bench.state.state(), State::Online);
    QSignalSpy changed(&bench.state, &ConnectionState::stateChanged);
    const auto future = bench.client.call<void>({.path = {u"x"_s}}, [](const RestAnswer &) { return ok(); });
    // The failed call makes it look at once; that look fails too, and the next one is answered.
    QTRY_COMPARE(bench.network.seen().size(), 4);
    QTRY_COMPARE(bench.network.pending(), 0);
    QVERIFY(future.isFinished());
    QCOMPARE(bench.state.state(), State::Online);
    QVERIFY(changed.isEmpty());
}

void TestConnectionMonitor::goesAwayAndComesBackByItself()
{
    Bench bench(quick(),
                {FakeAnswer::json("ok"), FakeAnswer::refused(), FakeAnswer::hanging(), FakeAnswer::refused(),
                 FakeAnswer{503, "{\"detail\":\"The database is away.\"}"}, FakeAnswer::json("ok")});
    QVector<State> states;
    QStringList reasons;
    connect(&bench.state, &ConnectionState::stateChanged, this, [&] {
        states.append(bench.state.state());
        reasons.append(bench.state.reason());
    });
    bench.client.connectTo(endpoint);
    QTRY_COMPARE(states, (QVector<State>{State::Online, State::Away, State::Online}));
    QVERIFY(!reasons.at(1).isEmpty());
    QVERIFY(reasons.at(2).isEmpty());
}

void TestConnectionMonitor::silenceMakesItLook()
{
    Bench bench(quick(), {FakeAnswer::json("ok")});
    bench.client.connectTo(endpoint);
    QTRY_VERIFY(bench.network.seen().size() > 3);
    QCOMPARE(bench.state.state(), State::Online);
}

void TestConnectionMonitor::answerOfAnyCallIsContact()
{
    Bench bench(calm(), {FakeAnswer::refused(), FakeAnswer{404, "{}"}});
    bench.client.connectTo(endpoint);
    QTRY_COMPARE(bench.state.state(), State::Away);
    bench.clock.set(bench.clock.now().addSecs(60));
    const auto future = bench.client.call<void>({.path = {u"x"_s}}, [](const RestAnswer &) { return ok(); });
    QTRY_COMPARE(bench.state.state(), State::Online);
    QCOMPARE(bench.state.since(), bench.clock.now());
    QTRY_VERIFY(future.isFinished());
}

void TestConnectionMonitor::refusedServiceIsAwayWithItsReason()
{
    Bench bench(quick());
    bench.client.refuse({ErrorCode::SchemaTooNew, u"The database is newer than this program."_s, {}});
    QCOMPARE(bench.state.state(), State::Away);
    QCOMPARE(bench.state.reason(), u"The database is newer than this program."_s);
    QVERIFY(bench.network.seen().isEmpty());
}

QTEST_GUILESS_MAIN(TestConnectionMonitor)
#include "tst_connectionmonitor.moc"
