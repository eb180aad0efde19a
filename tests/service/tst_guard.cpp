// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/clock.h"
#include "tests/service/testservice.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <mutex>
#include <vector>

using namespace renewal;
using namespace renewal::testing;
using namespace std::chrono_literals;

namespace {
/// Time stands still, and so does the service while it is held: its thread waits where it asks for the time.
class HeldClock final : public Clock
{
public:
    QDateTime now() const override
    {
        m_asked = true;
        const std::lock_guard lock(m_mutex);
        return m_time;
    }
    std::unique_lock<std::mutex> hold()
    {
        m_asked = false;
        return std::unique_lock(m_mutex);
    }
    bool isAsked() const { return m_asked; }

private:
    const QDateTime m_time = QDateTime::fromMSecsSinceEpoch(1'772'000'000'000, Qt::UTC);
    mutable std::mutex m_mutex;
    mutable std::atomic_bool m_asked = false;
};

/// The value of one line of GET /metrics; -1: there is none.
qint64 metric(const TestService &service, const QByteArray &name)
{
    const auto answer = service.ask("GET", "/metrics");
    const QByteArray body = answer ? answer->body : QByteArray();
    const qsizetype at = body.indexOf('\n' + name + ' ');
    return at < 0 ? -1 : body.mid(at + name.size() + 2).split('\n').first().toLongLong();
}
} // namespace

/// What the guard does with bytes that are no good request. After every row a good one is answered.
class TestGuard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refuses_data();
    void refuses();
    void answers_data();
    void answers();
    void pipelinedRequestsAreAnsweredInOrder();
    void aByteAtATimeIsARequestToo();
    void halfClosedSenderGetsItsAnswer();
    void connectionCloseIsHonoured_data();
    void connectionCloseIsHonoured();
    void bodyIsRefusedBeforeItIsSent();
    void expectContinueIsAnswered();
    void earlyDisconnectsLeaveNothing();
    void nobodyWaitsForAnswersToTheGone();

private:
    std::unique_ptr<TestService> m_service;
};

void TestGuard::initTestCase()
{
    m_service = std::make_unique<TestService>();
    QVERIFY2(m_service->problem().isEmpty(), qPrintable(m_service->problem()));
}

void TestGuard::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray line = "GET /api/v1/status HTTP/1.1\r\n";
    const QByteArray token = "Authorization: Bearer " + TestService::token() + "\r\n";
    const QByteArray head = line + "Host: localhost\r\n" + token;
    const QByteArray put = "PUT /api/v1/prescribers/1/correlation HTTP/1.1\r\nHost: localhost\r\n"
                           "Content-Type: application/json\r\n" +
                           token;

    QTest::newRow("words that are no request") << QByteArray("hello there\r\n\r\n") << 400;
    QTest::newRow("binary junk") << QByteArray::fromHex("160301020001000100fc0303aabbccddeeff0011") << 400;
    QTest::newRow("a long word without a space") << QByteArray(100, 'x') << 400;
    QTest::newRow("bare line feeds") << QByteArray("GET /healthz HTTP/1.1\nHost: localhost\n\n") << 400;
    QTest::newRow("a return alone") << head + "X: a\rb\r\n\r\n" << 400;
    QTest::newRow("a zero byte in a field") << head + QByteArray("X: a\0b\r\n\r\n", 10) << 400;
    QTest::newRow("two spaces in the first line")
        << QByteArray("GET  /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n") << 400;
    QTest::newRow("no version") << QByteArray("GET /healthz\r\nHost: localhost\r\n\r\n") << 400;
    QTest::newRow("HTTP/2.0") << QByteArray("GET /healthz HTTP/2.0\r\nHost: localhost\r\n\r\n") << 505;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
    QTest::newRow("a version of letters")
        << QByteArray("GET /healthz HTTP/x.y\r\nHost: localhost\r\n\r\n") << 400;
    QTest::newRow("no Host") << line + token + "\r\n" << 400;
    QTest::newRow("two Hosts") << head + "Host: localhost\r\n\r\n" << 400;
    QTest::newRow("a folded field") << head + "X: a\r\n b\r\n\r\n" << 400;
    QTest::newRow("a space before the colon") << head + "Content-Length : 0\r\n\r\n" << 400;
    QTest::newRow("a field without a name") << head + ": a\r\n\r\n" << 400;
    QTest::newRow("a broken percent escape")
        << QByteArray("GET /a%2 HTTP/1.1\r\nHost: localhost\r\n\r\n") << 400;
    QTest::newRow("authority as target")
        << QByteArray("GET localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n") << 400;
    QTest::newRow("address over the limit") << "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\n" << 414;
    QTest::newRow("address of a megabyte") << "GET /" + QByteArray(1 << 20, 'a') << 414;
    QTest::newRow("fields over the limit") << head + "X: " + QByteArray(17'000, 'a') + "\r\n\r\n" << 431;
    QTest::newRow("endless fields") << head + QByteArray("A: b\r\n").repeated(200'000) << 431;
    QTest::newRow("too many fields") << head + QByteArray("A: b\r\n").repeated(101) + "\r\n" << 431;
    QTest::newRow("two equal lengths") << put + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}" << 400;
    QTest::newRow("two different lengths")
        << put + "Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}" << 400;
    QTest::newRow("a negative length") << put + "Content-Length: -1\r\n\r\n" << 400;
    QTest::newRow("a length with a plus") << put + "Content-Length: +2\r\n\r\n{}" << 400;
    QTest::newRow("a list of lengths") << put + "Content-Length: 2, 2\r\n\r\n{}" << 400;
    QTest::newRow("a length in hexadecimal") << put + "Content-Length: 0x2\r\n\r\n{}" << 400;
    QTest::newRow("an empty length") << put + "Content-Length:\r\n\r\n{}" << 400;
    QTest::newRow("length and encoding")
        << put + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        << 400;
    QTest::newRow("chunked") << put + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n" << 411;
    QTest::newRow("chunked without end")
        << put + "Transfer-Encoding: chunked\r\n\r\n" +
               QByteArray("400\r\n" + QByteArray(1024, 'x') + "\r\n").repeated(1000)
        << 411;
    QTest::newRow("encoding by HTTP/1.0")
        << QByteArray("POST /api/v1/matching HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
    QTest::newRow("no length on a write") << put + "\r\n" << 411;
    QTest::newRow("a body over the limit") << put + "Content-Length: 8388609\r\n\r\n" << 413;
    QTest::newRow("a length beyond numbers") << put + "Content-Length: 99999999999999999999999\r\n\r\n"
                                             << 413;
    QTest::newRow("an unknown expectation") << put + "Expect: miracles\r\nContent-Length: 2\r\n\r\n{}" << 417;
}

void TestGuard::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RawSocket socket(m_service->port());
    socket.send(bytes);
    const auto answer = socket.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->value("content-type"), "application/problem+json");
    QCOMPARE(answer->value("connection"), "close");
    const QJsonObject problem = QJsonDocument::fromJson(answer->body).object();
    QCOMPARE(problem[u"status"].toInt(), status);
    QVERIFY(!problem[u"detail"].toString().isEmpty());
    QVERIFY(socket.closes());
    QVERIFY(m_service->isWell());
}

void TestGuard::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray token = "Authorization: Bearer " + TestService::token() + "\r\n";
    QTest::newRow("a plain request") << request("GET", "/healthz", {}) << 200;
    QTest::newRow("HTTP/1.0 without Host") << QByteArray("GET /healthz HTTP/1.0\r\n\r\n") << 200;
    QTest::newRow("an absolute address")
        << QByteArray("GET http://127.0.0.1/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n") << 200;
    QTest::newRow("an absolute address elsewhere")
        << QByteArray("GET http://example.org/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n") << 403;
    QTest::newRow("empty lines before it") << "\r\n\r\n" + request("GET", "/healthz", {}) << 200;
    QTest::newRow("an unknown method") << request("BREW", "/healthz", {}) << 405;
    QTest::newRow("a foreign Host") << QByteArray("GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                                    << 403;
    QTest::newRow("a Host with a user")
        << QByteArray("GET /healthz HTTP/1.1\r\nHost: localhost@evil.example\r\n\r\n") << 403;
    QTest::newRow("an IPv6 Host") << QByteArray("GET /healthz HTTP/1.1\r\nHost: [::1]:80\r\n\r\n") << 200;
    QTest::newRow("a foreign Origin")
        << request("GET", "/healthz", {}, "Origin: https://evil.example\r\n") << 403;
    QTest::newRow("a null Origin") << request("GET", "/healthz", {}, "Origin: null\r\n") << 403;
    QTest::newRow("our own Origin") << request("GET", "/healthz", {}, "Origin: http://localhost:8080\r\n")
                                    << 200;
    QTest::newRow("a body on GET") << request("GET", "/healthz", {}, {}, "ignored") << 200;
    QTest::newRow("path traversal") << request("GET", "/api/v1/../../etc/passwd", TestService::token())
                                    << 404;
    QTest::newRow("escaped traversal")
        << request("GET", "/api/v1/jobs/..%2f..%2fetc", TestService::token()) << 404;
    QTest::newRow("two slashes") << request("GET", "//healthz", TestService::token()) << 404;
    QTest::newRow("an upgrade is ignored")
        << request("GET", "/healthz", {}, "Connection: Upgrade\r\nUpgrade: websocket\r\n") << 200;
    QTest::newRow("fields of other letters")
        << request("GET", "/healthz", {}, "X-Name: Jos\xc3\xa9\r\n") << 200;
}

void TestGuard::answers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RawSocket socket(m_service->port());
    QVERIFY(socket.send(bytes));
    const auto answer = socket.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->value("cache-control"), "no-store");
    QVERIFY(m_service->isWell());
}

void TestGuard::pipelinedRequestsAreAnsweredInOrder()
{
    RawSocket socket(m_service->port());
    const QByteArray token = TestService::token();
    QByteArray bytes;
    for (int i = 0; i < 100; ++i)
        bytes += request("GET", "/api/v1/status", token) + request("HEAD", "/healthz", {}) +
                 request("GET", "/none", token);
    QVERIFY(socket.send(bytes));
    for (int i = 0; i < 100; ++i) {
        const auto first = socket.answer();
        QVERIFY(first);
        QCOMPARE(first->status, 200);
        QVERIFY(first->body.contains("\"version\""));
        const auto second = socket.answer(true);
        QVERIFY(second);
        QCOMPARE(second->status, 200);
        QCOMPARE(second->value("content-length"), "3");
        const auto third = socket.answer();
        QVERIFY(third);
        QCOMPARE(third->status, 404);
    }
}

void TestGuard::aByteAtATimeIsARequestToo()
{
    RawSocket socket(m_service->port());
    const QByteArray bytes =
        request("POST", "/api/v1/prescribers/1/correlation/preview", TestService::token(),
                "Content-Type: application/json\r\n", R"({"decision":"external"})");
    for (const char byte : bytes)
        QVERIFY(socket.send(QByteArray(1, byte)));
    const auto answer = socket.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
}

void TestGuard::halfClosedSenderGetsItsAnswer()
{
    RawSocket socket(m_service->port());
    QVERIFY(socket.send(request("GET", "/api/v1/renewals", TestService::token())));
    socket.halfClose();
    const auto answer = socket.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(socket.closes());
}

void TestGuard::connectionCloseIsHonoured_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::newRow("1.1 stays open") << request("GET", "/healthz", {}) << false;
    QTest::newRow("1.1 with close") << request("GET", "/healthz", {}, "Connection: close\r\n") << true;
    QTest::newRow("close among others")
        << request("GET", "/healthz", {}, "Connection: foo, Close\r\n") << true;
    QTest::newRow("1.0 closes") << QByteArray("GET /healthz HTTP/1.0\r\n\r\n") << true;
    QTest::newRow("1.0 with keep-alive")
        << QByteArray("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false;
}

void TestGuard::connectionCloseIsHonoured()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    RawSocket socket(m_service->port());
    QVERIFY(socket.send(bytes));
    const auto answer = socket.answer();
    QVERIFY(answer);
    QCOMPARE(answer->value("connection") == "close", closes);
    if (closes) {
        QVERIFY(socket.closes());
    } else {
        QVERIFY(socket.send(request("GET", "/healthz", {})));
        QVERIFY(socket.answer());
    }
}

void TestGuard::bodyIsRefusedBeforeItIsSent()
{
    RawSocket socket(m_service->port());
    QVERIFY(
        socket.send("POST /api/v1/matching HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000\r\n\r\n"));
    const auto answer = socket.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 401);
    QVERIFY(socket.closes());
}

void TestGuard::expectContinueIsAnswered()
{
    RawSocket socket(m_service->port());
    QVERIFY(socket.send(
        "POST /api/v1/prescribers/1/correlation/preview HTTP/1.1\r\nHost: localhost\r\n"
        "Authorization: Bearer " +
        TestService::token() +
        "\r\nContent-Type: application/json\r\nContent-Length: 23\r\nExpect: 100-continue\r\n\r\n"));
    const auto first = socket.answer();
    QVERIFY(first);
    QCOMPARE(first->status, 100);
    QVERIFY(socket.send(R"({"decision":"external"})"));
    const auto second = socket.answer();
    QVERIFY(second);
    QCOMPARE(second->status, 200);
}

void TestGuard::earlyDisconnectsLeaveNothing()
{
    const QByteArray whole = request("GET", "/api/v1/renewals", TestService::token());
    for (int i = 0; i < 200; ++i) {
        RawSocket socket(m_service->port());
        QVERIFY(socket.isConnected());
        // Some go in the middle of the head, some before the answer, some while it is written.
        socket.send(whole.first(i % 3 == 0 ? i % whole.size() : whole.size()));
        if (i % 2)
            socket.reset();
    }
    QVERIFY(m_service->isWell());
    QTRY_COMPARE(metric(*m_service, "renewal_service_connections"), 1);
}

void TestGuard::nobodyWaitsForAnswersToTheGone()
{
    HeldClock clock;
    service::ServiceOptions options;
    options.clock = &clock;
    const TestService service(options);
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    const QByteArray whole = request("GET", "/api/v1/renewals/4711", TestService::token());
    std::vector<RawSocket> accepted;
    for (int i = 0; i < 20; ++i)
        accepted.emplace_back(service.port());
    QVERIFY(service.isWell());

    auto held = clock.hold();
    RawSocket asker(service.port());
    QVERIFY(asker.send(request("GET", "/api/v1/status", TestService::token())));
    QTRY_VERIFY(clock.isAsked());
    for (RawSocket &socket : accepted) {
        QVERIFY(socket.send(whole));
        socket.reset();
    }
    for (int i = 0; i < 20; ++i) {
        RawSocket waiting(service.port());
        QVERIFY(waiting.send(whole));
        waiting.reset();
    }
    held.unlock();
    QVERIFY(asker.answer());
    QTRY_COMPARE(metric(service, "renewal_service_connections"), 2);
    QCOMPARE(metric(service, "renewal_service_answers_total{status=\"404\"}"), -1);
}

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
