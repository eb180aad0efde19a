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
    void addressesAreEscaped_data();
    void addressesAreEscaped();
    void everyRequestCarriesTheToken();
    void writesCarryVersionAndKey();
    void answersBecomeResults_data();
    void answersBecomeResults();
    void staleWriteBringsThePresentState();
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
    void errorsKeepQueriesOutOfTheLog();
};

void TestRestClient::addressesAreEscaped_data()
{
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("outside");
    QTest::addColumn<QByteArray>("expected");
    const QUrl plain(u"http://h:1"_s);
    QTest::newRow("plain") << plain << QStringList{u"renewals"_s, u"42"_s} << u"x"_s << false
                           << QByteArray("http://h:1/api/v1/renewals/42?q=x");
    QTest::newRow("base with a path and a slash at its end")
        << QUrl(u"https://h/console/"_s) << QStringList{u"status"_s} << u"x"_s << false
        << QByteArray("https://h/console/api/v1/status?q=x");
    QTest::newRow("empty values are left out")
        << plain << QStringList{u"status"_s} << QString() << false << QByteArray("http://h:1/api/v1/status");
    QTest::newRow("outside the api") << plain << QStringList{u"healthz"_s} << QString() << true
                                     << QByteArray("http://h:1/healthz");
    QTest::newRow("slash and dots in a segment")
        << plain << QStringList{u"metrics"_s, u"a/../b"_s} << QString() << false
        << QByteArray("http://h:1/api/v1/metrics/a%2F..%2Fb");
    QTest::newRow("plus, ampersand, per cent, umlaut")
        << plain << QStringList{u"renewals"_s} << u"a+b&c%20ü"_s << false
        << QByteArray("http://h:1/api/v1/renewals?q=a%2Bb%26c%2520%C3%BC");
}

void TestRestClient::addressesAreEscaped()
{
    QFETCH(QUrl, base);
    QFETCH(QStringList, path);
    QFETCH(QString, value);
    QFETCH(bool, outside);
    QFETCH(QByteArray, expected);
    const RestRequest request{.path = path, .query = {{u"q"_s, value}}, .outsideApi = outside};
    QCOMPARE(requestUrl({base, {}}, request).toEncoded(), expected);
}

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

void TestRestClient::answersBecomeResults_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("good");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("text");
    const auto none = ErrorCode::Internal;
    QTest::newRow("200 with a body") << 200 << QByteArray("{}") << true << none << QString();
    QTest::newRow("204 without") << 204 << QByteArray() << true << none << QString();
    QTest::newRow("a problem document's sentence is shown")
        << 404
        << QByteArray(R"({"status":404,"code":"not_found","title":"Not Found","detail":"No such renewal."})")
        << false << ErrorCode::NotFound << u"No such renewal."_s;
    QTest::newRow("a problem's own code wins over the status")
        << 422 << QByteArray(R"({"status":422,"code":"conflict","detail":"No."})") << false
        << ErrorCode::Conflict << u"No."_s;
    QTest::newRow("a problem without detail is told by its title")
        << 400 << QByteArray(R"({"status":400,"title":"Bad Request"})") << false << ErrorCode::InvalidInput
        << u"Bad Request"_s;
    QTest::newRow("a problem that does not repeat its status")
        << 403 << QByteArray(R"({"detail":"Not you."})") << false << ErrorCode::Forbidden << u"Not you."_s;
    QTest::newRow("a proxy's page") << 413 << QByteArray("<html>too big</html>") << false
                                    << ErrorCode::TooLarge << QString();
    QTest::newRow("401 without a word")
        << 401 << QByteArray() << false << ErrorCode::Unauthorized << QString();
    QTest::newRow("a redirect is not followed") << 302 << QByteArray() << false << none << QString();
    QTest::newRow("a broken service")
        << 500 << QByteArray("oops") << false << ErrorCode::Internal << QString();
}

void TestRestClient::answersBecomeResults()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, good);
    QFETCH(ErrorCode, code);
    QFETCH(QString, text);
    FakeNetwork network({FakeAnswer::json(body, status)});
    RestClient client(&network, quick());
    client.connectTo(endpoint);
    const auto future = client.call<QByteArray>({.path = {u"x"_s}}, bodyBytes);
    QTRY_VERIFY(future.isFinished());
    const auto result = future.result();
    QCOMPARE(result.has_value(), good);
    QCOMPARE(network.seen().size(), 1);
    if (good) {
        QCOMPARE(*result, body);
        return;
    }
    QCOMPARE(toString(result.error().code), toString(code));
    QVERIFY(!result.error().text.isEmpty());
    if (!text.isEmpty())
        QCOMPARE(result.error().text, text);
}

void TestRestClient::staleWriteBringsThePresentState()
{
    FakeNetwork network({FakeAnswer::json(
        R"({"status":412,"code":"precondition_failed","detail":"Changed meanwhile.","present":{"version":9}})",
        412)});
    RestClient client(&network, quick());
    client.connectTo(endpoint);
    const auto future =
        client.call<QByteArray>({.method = RestMethod::Put, .path = {u"x"_s}, .ifMatch = 8}, bodyBytes);
    QTRY_VERIFY(future.isFinished());
    const auto error = future.result().error();
    QCOMPARE(toString(error.code), toString(ErrorCode::PreconditionFailed));
    QCOMPARE(error.text, u"Changed meanwhile."_s);
    QCOMPARE(error.present, QByteArray(R"({"version":9})"));
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

void TestRestClient::errorsKeepQueriesOutOfTheLog()
{
    FakeNetwork network({FakeAnswer::json("{}", 500)});
    RestClient client(&network, quick());
    client.connectTo(endpoint);
    const auto future =
        client.call<QByteArray>({.path = {u"renewals"_s}, .query = {{u"q"_s, u"PATIENT-77"_s}}}, bodyBytes);
    QTRY_VERIFY(future.isFinished());
    const auto error = future.result().error();
    QVERIFY(error.detail.contains(u"GET /renewals"_s));
    QVERIFY(!error.detail.contains(u"PATIENT"_s));
    QVERIFY(!error.text.contains(u"PATIENT"_s));
}

QTEST_GUILESS_MAIN(TestRestClient)
#include "tst_restclient.moc"
