// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restclient.h"
#include "models/gateway/await.h"
#include "tests/support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace renewal;
using namespace renewal::client;
using renewal::test::FakeAnswer;
using renewal::test::FakeNetwork;

namespace {

const RestEndpoint endpoint{QUrl(u"http://127.0.0.1:8080"_s), "secret"};

RestSettings quick()
{
    RestSettings settings;
    settings.timeout = 30ms;
    settings.backoff = 1ms;
    settings.longestBackoff = 5ms;
    settings.maxAnswerBytes = 1000;
    return settings;
}

Result<QByteArray> bodyBytes(const RestAnswer &answer)
{
    return answer.body;
}

/// Counts how often a future's continuation ran and keeps what it brought.
struct Outcome
{
    int runs = 0;
    std::optional<Result<QByteArray>> result;

    void follow(QFuture<Result<QByteArray>> future, QObject *context)
    {
        await(future, context, [this](Result<QByteArray> value) {
            ++runs;
            result = std::move(value);
        });
    }
};

} // namespace

class TestRestClient : public QObject
{
    Q_OBJECT

private slots:
    void everyRequestCarriesTheToken();
    void writesCarryVersionAndKey();
    void failuresAreRepeatedWhenSafe_data();
    void failuresAreRepeatedWhenSafe();
    void repeatedWriteKeepsItsKey();
    void silenceEndsAtTheDeadline();
    void lateAnswerIsNotSeen();
    void oversizedAnswerIsRefused();
    void callsWaitForTheAddress();
    void refusalEndsWaitingAndLaterCalls();
    void destructionEndsEveryCallOnce();
    void ownerOfContinuationMayGo();
    void completionMayDestroyTheClient();
    void cancelledFutureStopsItsRequest();
};

void TestRestClient::everyRequestCarriesTheToken()
{
    FakeNetwork network;
    RestClient client(&network, quick());
    client.connectTo(endpoint);
    const auto future = client.call<QByteArray>({.path = {u"status"_s}}, bodyBytes);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(network.seen().size(), 1);
    const auto &seen = network.seen().first();
    QCOMPARE(seen.operation, QNetworkAccessManager::GetOperation);
    QCOMPARE(seen.header("Authorization"), "Bearer secret");
    QVERIFY(!seen.request.hasRawHeader("If-Match"));
    QVERIFY(!seen.request.hasRawHeader("Idempotency-Key"));
}

void TestRestClient::writesCarryVersionAndKey()
{
    FakeNetwork network;
    RestClient client(&network, quick());
    client.connectTo(endpoint);
    const auto future = client.call<QByteArray>({.method = RestMethod::Put,
                                                 .path = {u"prescribers"_s, u"7"_s, u"correlation"_s},
                                                 .body = "{\"decision\":\"link\"}",
                                                 .ifMatch = 12,
                                                 .idempotencyKey = u"k1"_s},
                                                bodyBytes);
    QTRY_VERIFY(future.isFinished());
    const auto &seen = network.seen().first();
    QCOMPARE(seen.operation, QNetworkAccessManager::PutOperation);
    QCOMPARE(seen.header("If-Match"), "\"12\"");
    QCOMPARE(seen.header("Idempotency-Key"), "k1");
    QCOMPARE(seen.request.header(QNetworkRequest::ContentTypeHeader).toByteArray(), "application/json");
    QCOMPARE(seen.body, "{\"decision\":\"link\"}");
}

void TestRestClient::failuresAreRepeatedWhenSafe_data()
{
    QTest::addColumn<QVector<FakeAnswer>>("script");
    QTest::addColumn<RestMethod>("method");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("once");
    QTest::addColumn<bool>("good");
    QTest::addColumn<int>("requests");
    const auto ok = FakeAnswer::json("{}");
    const auto refused = FakeAnswer::refused();
    const FakeAnswer busy{503, "{}"};
    const FakeAnswer busyForAnHour{.status = 503, .retryAfter = "3600"};
    const auto get = RestMethod::Get;
    const auto put = RestMethod::Put;
    using Script = QVector<FakeAnswer>;
    QTest::newRow("a read, second time lucky")
        << Script{refused, ok} << get << QString() << false << true << 2;
    QTest::newRow("a read, third time lucky")
        << Script{refused, refused, ok} << get << QString() << false << true << 3;
    QTest::newRow("a read gives up") << Script{refused} << get << QString() << false << false << 3;
    QTest::newRow("a read meets a busy service")
        << Script{busy, ok} << get << QString() << false << true << 2;
    QTest::newRow("the wait a service asks for is bounded")
        << Script{busyForAnHour, ok} << get << QString() << false << true << 2;
    QTest::newRow("an answer cut off in its middle")
        << Script{FakeAnswer::cutOff(), ok} << get << QString() << false << true << 2;
    QTest::newRow("a read that asks once") << Script{refused, ok} << get << QString() << true << false << 1;
    QTest::newRow("a write without a key") << Script{refused, ok} << put << QString() << false << false << 1;
    QTest::newRow("a write with a key") << Script{refused, busy, ok} << put << u"k"_s << false << true << 3;
    QTest::newRow("a fault of the service")
        << Script{{500, "{}"}, ok} << get << QString() << false << false << 1;
    QTest::newRow("too many requests") << Script{{429, "{}"}, ok} << get << QString() << false << false << 1;
}

void TestRestClient::failuresAreRepeatedWhenSafe()
{
    QFETCH(QVector<FakeAnswer>, script);
    QFETCH(RestMethod, method);
    QFETCH(QString, key);
    QFETCH(bool, once);
    QFETCH(bool, good);
    QFETCH(int, requests);
    FakeNetwork network(script);
    RestClient client(&network, quick());
    client.connectTo(endpoint);
    Outcome outcome;
    outcome.follow(client.call<QByteArray>(
                       {.method = method, .path = {u"x"_s}, .idempotencyKey = key, .once = once}, bodyBytes),
                   this);
    QTRY_VERIFY(outcome.result);
    QCOMPARE(outcome.result->has_value(), good);
    if (good)
        QCOMPARE(outcome.result->value(), QByteArray("{}"));
    QCOMPARE(network.seen().size(), requests);
    QCOMPARE(outcome.runs, 1);
}

void TestRestClient::repeatedWriteKeepsItsKey()
{
    FakeNetwork network({FakeAnswer::refused(), FakeAnswer::cutOff(), FakeAnswer::json("{}")});
    RestClient client(&network, quick());
    client.connectTo(endpoint);
    const auto future = client.call<QByteArray>({.method = RestMethod::Post,
                                                 .path = {u"x"_s},
                                                 .body = "{\"a\":1}",
                                                 .ifMatch = 3,
                                                 .idempotencyKey = u"k7"_s},
                                                bodyBytes);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(network.seen().size(), 3);
    for (const auto &seen : network.seen()) {
        QCOMPARE(seen.header("Idempotency-Key"), "k7");
        QCOMPARE(seen.header("If-Match"), "\"3\"");
        QCOMPARE(seen.body, "{\"a\":1}");
    }
}

void TestRestClient::silenceEndsAtTheDeadline()
{
    FakeNetwork network({FakeAnswer::hanging()});
    RestClient client(&network, quick());
    client.connectTo(endpoint);
    QSignalSpy unreachable(&client, &RestClient::unreachable);
    const auto future = client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(toString(future.result().error().code), toString(ErrorCode::Timeout));
    QCOMPARE(network.seen().size(), 1);
    QCOMPARE(network.pending(), 0);
    QCOMPARE(unreachable.size(), 1);
}

void TestRestClient::lateAnswerIsNotSeen()
{
    FakeNetwork network({FakeAnswer::hanging()});
    RestClient client(&network, quick());
    client.connectTo(endpoint);
    Outcome outcome;
    outcome.follow(client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes), this);
    QTRY_VERIFY(outcome.result);
    network.release();
    QCoreApplication::processEvents();
    QCOMPARE(outcome.runs, 1);
    QVERIFY(!outcome.result->has_value());
}

void TestRestClient::oversizedAnswerIsRefused()
{
    FakeNetwork network({FakeAnswer::json(QByteArray(1000, 'x')), FakeAnswer::json(QByteArray(1001, 'x'))});
    RestClient client(&network, quick());
    client.connectTo(endpoint);
    const auto fits = client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes);
    const auto over = client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes);
    QTRY_VERIFY(fits.isFinished() && over.isFinished());
    QCOMPARE(fits.result().value().size(), 1000);
    QCOMPARE(toString(over.result().error().code), toString(ErrorCode::TooLarge));
    QCOMPARE(network.seen().size(), 2);
    QCOMPARE(network.pending(), 0);
}

void TestRestClient::callsWaitForTheAddress()
{
    FakeNetwork network;
    RestClient client(&network, quick());
    const auto future = client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes);
    QCoreApplication::processEvents();
    QVERIFY(network.seen().isEmpty());
    QVERIFY(!future.isFinished());
    client.connectTo(endpoint);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result().has_value());
    QCOMPARE(network.seen().size(), 1);
}

void TestRestClient::refusalEndsWaitingAndLaterCalls()
{
    FakeNetwork network({FakeAnswer::hanging()});
    RestClient client(&network, quick());
    const auto waiting = client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes);
    const Error reason{ErrorCode::SchemaTooNew, u"The database is newer than this program."_s, {}};
    client.refuse(reason);
    const auto later = client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes);
    QTRY_VERIFY(waiting.isFinished() && later.isFinished());
    QCOMPARE(waiting.result().error(), reason);
    QCOMPARE(later.result().error(), reason);
    QVERIFY(network.seen().isEmpty());
}

void TestRestClient::destructionEndsEveryCallOnce()
{
    FakeNetwork network({FakeAnswer::hanging()});
    Outcome running;
    Outcome waiting;
    Outcome again;
    {
        RestClient client(&network, RestSettings{});
        waiting.follow(client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes), this);
        client.connectTo(endpoint);
        auto future = client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes);
        // A window that refreshes on failure asks again while the client goes down.
        await(future, this, [&](const Result<QByteArray> &) {
            again.follow(client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes), this);
        });
        running.follow(client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes), this);
    }
    for (const Outcome *outcome : {&running, &waiting, &again}) {
        QCOMPARE(outcome->runs, 1);
        QCOMPARE(toString(outcome->result->error().code), toString(ErrorCode::Cancelled));
    }
    QCOMPARE(network.pending(), 0);
    QCOMPARE(network.seen().size(), 3); // the one that came while the client went down was not sent
    network.release();
    QCoreApplication::processEvents();
    QCOMPARE(running.runs, 1);
}

void TestRestClient::ownerOfContinuationMayGo()
{
    FakeNetwork network({FakeAnswer::hanging()});
    RestClient client(&network, RestSettings{});
    client.connectTo(endpoint);
    Outcome outcome;
    auto owner = std::make_unique<QObject>();
    const auto future = client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes);
    outcome.follow(future, owner.get());
    owner.reset();
    network.release();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(outcome.runs, 0);
}

void TestRestClient::completionMayDestroyTheClient()
{
    FakeNetwork network({FakeAnswer::json("{}")});
    auto client = std::make_unique<RestClient>(&network, quick());
    client->connectTo(endpoint);
    int runs = 0;
    await(client->call<QByteArray>({.path = {u"x"_s}}, bodyBytes), this,
          [&](const Result<QByteArray> &result) {
              ++runs;
              QVERIFY(result.has_value());
              client.reset();
          });
    QTRY_COMPARE(runs, 1);
    QVERIFY(!client);
}

void TestRestClient::cancelledFutureStopsItsRequest()
{
    FakeNetwork network({FakeAnswer::hanging()});
    RestClient client(&network, RestSettings{});
    client.connectTo(endpoint);
    auto future = client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes);
    QTRY_COMPARE(network.pending(), 1);
    future.cancel();
    QTRY_COMPARE(network.pending(), 0);
    QTRY_VERIFY(future.isFinished());
}

QTEST_GUILESS_MAIN(TestRestClient)
#include "tst_restclient.moc"
