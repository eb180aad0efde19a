// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restclient.h"
#include "tests/support/fakenetwork.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::client;
using renewal::test::FakeAnswer;
using renewal::test::FakeNetwork;

namespace {

const RestEndpoint endpoint{QUrl(u"http://127.0.0.1:8080"_s), "secret"};

Result<QByteArray> bodyBytes(const RestAnswer &answer)
{
    return answer.body;
}

} // namespace

/// How requests are addressed and what answers are taken for.
class TestRestMessages : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreEscaped_data();
    void addressesAreEscaped();
    void answersBecomeResults_data();
    void answersBecomeResults();
    void staleWriteBringsThePresentState();
    void errorsKeepQueriesOutOfTheLog();
};

void TestRestMessages::addressesAreEscaped_data()
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

void TestRestMessages::addressesAreEscaped()
{
    QFETCH(QUrl, base);
    QFETCH(QStringList, path);
    QFETCH(QString, value);
    QFETCH(bool, outside);
    QFETCH(QByteArray, expected);
    const RestRequest request{.path = path, .query = {{u"q"_s, value}}, .outsideApi = outside};
    QCOMPARE(requestUrl({base, {}}, request).toEncoded(), expected);
}

void TestRestMessages::answersBecomeResults_data()
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

void TestRestMessages::answersBecomeResults()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, good);
    QFETCH(ErrorCode, code);
    QFETCH(QString, text);
    FakeNetwork network({FakeAnswer::json(body, status)});
    RestClient client(&network, {.attempts = 1});
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

void TestRestMessages::staleWriteBringsThePresentState()
{
    FakeNetwork network({FakeAnswer::json(
        R"({"status":412,"code":"precondition_failed","detail":"Changed meanwhile.","present":{"version":9}})",
        412)});
    RestClient client(&network, {.attempts = 1});
    client.connectTo(endpoint);
    const auto future =
        client.call<QByteArray>({.method = RestMethod::Put, .path = {u"x"_s}, .ifMatch = 8}, bodyBytes);
    QTRY_VERIFY(future.isFinished());
    const auto error = future.result().error();
    QCOMPARE(toString(error.code), toString(ErrorCode::PreconditionFailed));
    QCOMPARE(error.text, u"Changed meanwhile."_s);
    QCOMPARE(error.present, QByteArray(R"({"version":9})"));
}

void TestRestMessages::errorsKeepQueriesOutOfTheLog()
{
    FakeNetwork network({FakeAnswer::json("{}", 500)});
    RestClient client(&network, {.attempts = 1});
    client.connectTo(endpoint);
    const auto future =
        client.call<QByteArray>({.path = {u"renewals"_s}, .query = {{u"q"_s, u"PATIENT-77"_s}}}, bodyBytes);
    QTRY_VERIFY(future.isFinished());
    const auto error = future.result().error();
    QVERIFY(error.detail.contains(u"GET /renewals"_s));
    QVERIFY(!error.detail.contains(u"PATIENT"_s));
    QVERIFY(!error.text.contains(u"PATIENT"_s));
}

QTEST_GUILESS_MAIN(TestRestMessages)
#include "tst_restmessages.moc"
