// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_service: how fast the service answers a good request, alone and beside those who mean no good, and
// how much memory each of them costs. Prints figures; fails only when memory grows by more than 150 MB.
#include "app/service/filelimit.h"
#include "tests/service/residentmemory.h"
#include "tests/service/testservice.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <functional>
#include <vector>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 memoryCeiling = 150 * 1024 * 1024;
constexpr int requests = 400;

struct Latency
{
    double median = 0; ///< milliseconds
    double worst = 0;
};

/// One request over one kept connection, many times.
Latency latency(const TestService &service, const QByteArray &target)
{
    RawSocket socket(service.port());
    std::vector<double> times;
    for (int i = 0; i < requests; ++i) {
        QElapsedTimer timer;
        timer.start();
        socket.send(request("GET", target, TestService::token()));
        if (!socket.answer())
            return {-1, -1};
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return {times[times.size() / 2], times.back()};
}

using Crowd = std::vector<RawSocket>;

struct Attack
{
    QString name;
    int connections;
    std::function<void(RawSocket &)> behave;
};

QVector<Attack> attacks()
{
    const QByteArray token = "Authorization: Bearer " + TestService::token() + "\r\n";
    const QByteArray piece = "PUT /api/v1/imports/1/pieces/0 HTTP/1.1\r\nHost: localhost\r\n"
                             "Content-Type: application/octet-stream\r\n" +
                             token;
    const QByteArray block(1 << 20, 'x');
    return {
        {u"nobody"_s, 0, [](RawSocket &) {}},
        {u"1,000 idle connections"_s, 1000, [](RawSocket &) {}},
        {u"1,000 half heads"_s, 1000, [](RawSocket &s) { s.send("GET /healthz HTTP/1.1\r\nHost: "); }},
        {u"200 oversize heads"_s, 200, [block](RawSocket &s) { s.sendSome("GET /" + block); }},
        {u"200 bodies without end"_s, 200,
         [piece, block](RawSocket &s) {
             s.send(piece + "Content-Length: 999999999999\r\n\r\n");
             s.sendSome(block);
         }},
        {u"200 chunked bodies"_s, 200,
         [piece, block](RawSocket &s) {
             s.send(piece + "Transfer-Encoding: chunked\r\n\r\n100000\r\n");
             s.sendSome(block);
         }},
        {u"50 bodies of 8 MB, unfinished"_s, 50,
         [piece, block](RawSocket &s) {
             s.send(piece + "Content-Length: 8388608\r\n\r\n");
             for (int part = 0; part < 7; ++part)
                 s.sendSome(block);
         }},
        {u"100 who never read"_s, 100,
         [](RawSocket &s) { s.sendSome(request("GET", "/api/v1/openapi.yaml", {}).repeated(200)); }},
        {u"500 who leave at once"_s, 500,
         [](RawSocket &s) {
             s.send(request("GET", "/api/v1/renewals", TestService::token()));
             s.reset();
         }},
        {u"500 who end their side at once"_s, 500,
         [](RawSocket &s) {
             s.send(request("GET", "/api/v1/renewals", TestService::token()));
             s.halfClose();
         }},
    };
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    service::raiseFileLimit(4000);
    service::ServiceOptions options;
    options.requestsPerSecond = options.requestBurst = 1e9;
    bool withinCeiling = true;
    out << "beside                          median ms   worst ms   memory MB\n";
    for (const Attack &attack : attacks()) {
        TestService service(options);
        if (!service.problem().isEmpty()) {
            out << service.problem() << '\n';
            return 1;
        }
        latency(service, "/api/v1/status");
        const qint64 before = residentMemory();
        Crowd crowd;
        for (int i = 0; i < attack.connections; ++i) {
            crowd.emplace_back(service.port());
            attack.behave(crowd.back());
        }
        const Latency found = latency(service, "/api/v1/renewals?limit=10");
        const qint64 grown = residentMemory() - before;
        withinCeiling = withinCeiling && grown < memoryCeiling;
        out << attack.name.leftJustified(32) << QString::number(found.median, 'f', 2).rightJustified(9)
            << QString::number(found.worst, 'f', 2).rightJustified(11)
            << QString::number(static_cast<double>(grown) / (1 << 20), 'f', 1).rightJustified(12) << '\n';
        out.flush();
    }
    return withinCeiling ? 0 : 1;
}
