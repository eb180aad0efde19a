// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/filelimit.h"
#include "tests/service/residentmemory.h"
#include "tests/service/testservice.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>
#include <vector>

using namespace renewal;
using namespace renewal::testing;
using namespace std::chrono_literals;

namespace {
constexpr qint64 memoryCeiling = 150 * 1024 * 1024;

/// Ceilings low enough for a test to reach, times long enough for a loaded machine to answer within.
service::ServiceOptions strictOptions()
{
    service::ServiceOptions options;
    options.limits.idle = 400ms;
    options.limits.request = 1200ms;
    options.limits.linger = 400ms;
    options.limits.connections = 20;
    options.limits.body = 256 * 1024;
    options.limits.bodiesTotal = 512 * 1024;
    return options;
}

const QByteArray bodyHead = "PUT /api/v1/imports/1/pieces/0 HTTP/1.1\r\nHost: localhost\r\n"
                            "Content-Type: application/octet-stream\r\nAuthorization: Bearer " +
                            TestService::token() + "\r\n";
} // namespace

/// The ceilings of time, memory and number, with limits short enough to reach them.
class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void unfinishedRequestGets408_data();
    void unfinishedRequestGets408();
    void drippingSenderGets408_data();
    void drippingSenderGets408();
    void idleConnectionIsClosedWithoutAWord();
    void endlessSenderIsCutOff();
    void slowReaderIsCutOff();
    void connectionsOverTheCeilingGet503();
    void bodiesOverTheCeilingGet503();
    void tooManyRequestsGet429();
    void thousandIdleConnectionsDisturbNobody();
    void attacksLeaveMemoryAsItWas();

private:
    std::unique_ptr<TestService> m_service;
};

void TestLimits::initTestCase()
{
    service::raiseFileLimit(4000);
    m_service = std::make_unique<TestService>(strictOptions());
    QVERIFY2(m_service->problem().isEmpty(), qPrintable(m_service->problem()));
}

void TestLimits::unfinishedRequestGets408_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("one letter") << QByteArray("G");
    QTest::newRow("half a head") << QByteArray("GET /healthz HTTP/1.1\r\nHost: loc");
    QTest::newRow("a body that stops") << bodyHead + "Content-Length: 1000\r\n\r\nabc";
    QTest::newRow("a body that never starts") << bodyHead + "Content-Length: 1000\r\n\r\n";
    QTest::newRow("an empty line") << QByteArray("\r\n");
}

void TestLimits::unfinishedRequestGets408()
{
    QFETCH(QByteArray, bytes);
    RawSocket socket(m_service->port());
    QVERIFY(socket.send(bytes));
    const auto answer = socket.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 408);
    QVERIFY(answer->body.contains("\"code\":\"timeout\""));
    QVERIFY(socket.closes());
    QVERIFY(m_service->isWell());
}

void TestLimits::drippingSenderGets408_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("drop");
    QTest::newRow("a head by drops") << QByteArray("GET /healthz HTTP/1.1\r\n") << QByteArray("A: b\r\n");
    QTest::newRow("a body by drops") << bodyHead + "Content-Length: 100000\r\n\r\n" << QByteArray("x");
    QTest::newRow("empty lines by drops") << QByteArray("\r\n") << QByteArray("\r\n");
}

void TestLimits::drippingSenderGets408()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, drop);
    RawSocket socket(m_service->port());
    QVERIFY(socket.send(start));
    // Never idle, never done.
    for (int i = 0; i < 200 && !socket.isReadable(50); ++i)
        socket.send(drop);
    const auto answer = socket.answer();
    QVERIFY(answer);
    QVERIFY2(answer->status == 408 || (drop == "\r\n" && answer->status == 400),
             QByteArray::number(answer->status));
    QVERIFY(m_service->isWell());
}

void TestLimits::idleConnectionIsClosedWithoutAWord()
{
    RawSocket silent(m_service->port());
    QVERIFY(!silent.answer());
    QVERIFY(silent.isClosed());
    RawSocket satisfied(m_service->port());
    QVERIFY(satisfied.send(request("GET", "/healthz", {})));
    QVERIFY(satisfied.answer());
    QVERIFY(!satisfied.answer());
    QVERIFY(satisfied.isClosed());
}

void TestLimits::endlessSenderIsCutOff()
{
    RawSocket socket(m_service->port());
    QVERIFY(socket.send(bodyHead + "Content-Length: 2000000000\r\n\r\n"));
    const QByteArray block(1 << 16, 'x');
    bool taken = true;
    qint64 sent = 0;
    while (taken && sent < (qint64(4) << 30)) {
        taken = socket.send(block);
        sent += block.size();
    }
    QVERIFY2(!taken, "the service let the sender go on for ever");
    QVERIFY(m_service->isWell());
}

void TestLimits::slowReaderIsCutOff()
{
    RawSocket socket(m_service->port());
    const QByteArray one = request("GET", "/api/v1/openapi.yaml", {});
    // Asks on and on and never reads: the answers must not pile up in the service.
    const qint64 before = residentMemory();
    for (int i = 0; i < 5000 && !socket.isClosed(); ++i)
        socket.sendSome(one);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_service->ask("GET", "/metrics")->body.contains("renewal_service_connections 1\n"), 10000);
    QVERIFY(residentMemory() - before < memoryCeiling);
    QVERIFY(m_service->isWell());
}

void TestLimits::connectionsOverTheCeilingGet503()
{
    std::vector<RawSocket> crowd;
    int refused = 0;
    for (int i = 0; i < 30; ++i) {
        RawSocket socket(m_service->port());
        QVERIFY(socket.isConnected());
        QVERIFY(socket.send(request("GET", "/healthz", {})));
        const auto answer = socket.answer();
        QVERIFY(answer);
        refused += answer->status == 503;
        crowd.push_back(std::move(socket));
    }
    QVERIFY2(refused >= 10 && refused < 30, QByteArray::number(refused));
    crowd.clear();
    QTRY_VERIFY(m_service->isWell());
}

void TestLimits::bodiesOverTheCeilingGet503()
{
    const QByteArray big = bodyHead + "Content-Length: 250000\r\n\r\n";
    RawSocket first(m_service->port());
    RawSocket second(m_service->port());
    RawSocket third(m_service->port());
    QVERIFY(first.send(big + 'x'));
    QVERIFY(second.send(big + 'x'));
    QTRY_VERIFY(m_service->isWell());
    QVERIFY(third.send(big + 'x'));
    const auto answer = third.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 503);
    QVERIFY(!answer->value("retry-after").isEmpty());
    first.reset();
    second.reset();
    const auto given = [this] {
        const auto piece =
            m_service->ask("PUT", "/api/v1/imports/1/pieces/0", "Content-Type: application/octet-stream\r\n",
                           QByteArray(250'000, 'x'));
        return piece ? piece->status : 0;
    };
    QTRY_COMPARE(given(), 404); // taken in whole: there is no such import
}

void TestLimits::tooManyRequestsGet429()
{
    service::ServiceOptions options;
    options.requestsPerSecond = 1;
    options.requestBurst = 5;
    TestService service(options);
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    QVector<int> statuses;
    for (int i = 0; i < 12; ++i)
        statuses.append(service.ask("GET", "/api/v1/status")->status);
    QCOMPARE(statuses.first(5), QVector<int>(5, 200));
    QVERIFY(statuses.contains(429));
    const auto limited = service.ask("GET", "/api/v1/status");
    QVERIFY(limited->status == 200 || limited->value("retry-after") == "1");
    QCOMPARE(
        service.ask("GET", "/api/v1/status", {}, {}, TestService::token(service::Role::Clinical))->status,
        200);
}

void TestLimits::thousandIdleConnectionsDisturbNobody()
{
    TestService service;
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    const qint64 before = residentMemory();
    std::vector<RawSocket> crowd;
    for (int i = 0; i < 1000; ++i) {
        crowd.emplace_back(service.port());
        QVERIFY(crowd.back().isConnected());
        if (i % 2)
            QVERIFY(crowd.back().send("GET /healthz HTTP/1.1\r\nHost: "));
    }
    for (int i = 0; i < 50; ++i)
        QVERIFY(service.isWell());
    QVERIFY(residentMemory() - before < memoryCeiling);
    QVERIFY(crowd.front().send(request("GET", "/healthz", {})));
    QVERIFY(crowd.front().answer());
}

void TestLimits::attacksLeaveMemoryAsItWas()
{
    TestService service;
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    QVERIFY(service.isWell());
    const qint64 before = residentMemory();
    std::vector<RawSocket> crowd;
    const QByteArray block(1 << 20, 'x');
    for (int i = 0; i < 60; ++i) {
        crowd.emplace_back(service.port());
        const QByteArray size = i % 2 ? "8388608" : "99999999999";
        crowd.back().send(bodyHead + "Content-Length: " + size + "\r\n\r\n");
        for (int part = 0; part < 7; ++part)
            crowd.back().sendSome(block);
    }
    QVERIFY(service.isWell());
    QVERIFY2(residentMemory() - before < memoryCeiling,
             QByteArray::number((residentMemory() - before) >> 20));
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
