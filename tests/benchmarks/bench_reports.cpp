// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_reports [ROWS] [sqlite|postgresql]: how long the throughput of a station and of all takes, one line a
// figure. What it counts is compared with what was put in.
#include "app/store/bulkwriter.h"
#include "app/store/connection.h"
#include "app/store/database.h"
#include "app/store/dialect.h"
#include "app/store/renewalload.h"
#include "app/store/throughputrepository.h"
#include "app/store/transaction.h"
#include "tests/support/testdatabase.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::TestDatabase;

namespace {
constexpr qint64 noonMillis = 1772452800000; // 2026-03-02T12:00Z
constexpr qint64 day = 86'400'000;
constexpr int stations = 100;

template <class Value>
Value must(Result<Value> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().text), qPrintable(result.error().detail));
    return std::move(*result);
}

void must(const Done &done)
{
    if (!done)
        qFatal("%s (%s)", qPrintable(done.error().text), qPrintable(done.error().detail));
}

struct Put
{
    qint64 waiting = 0;
    qint64 received = 0; ///< in the last 30 days
    qint64 cleared = 0;
};

/// Three quarters wait, the others ended; requests of sixty days, ten care teams a station.
Put load(Connection &connection, int rows)
{
    Put put;
    QElapsedTimer timer;
    timer.start();
    auto transaction = must(Transaction::begin(connection));
    auto bulk = must(RenewalLoad::begin(connection, rows));
    auto writer = must(BulkWriter::open(
        connection, u"renewal"_s,
        {u"parent_station"_s, u"ehr"_s, u"state"_s, u"due_at"_s, u"patient_key"_s, u"station"_s,
         u"requested_at"_s, u"prescription_id"_s, u"prescription_number"_s, u"drug"_s, u"sig"_s,
         u"quantity"_s, u"prescriber_shown"_s, u"care_team"_s, u"cleared_at"_s, u"group_due_at"_s}));
    QRandomGenerator random(3);
    const qint64 first = noonMillis / day * day - 29 * day;
    for (int i = 0; i < rows; ++i) {
        const std::string station = std::to_string(500 + i % stations);
        const qint64 requested = noonMillis - qint64(random.bounded(60 * 86400)) * 1000;
        const bool waits = random.bounded(4) != 0;
        const qint64 cleared = std::min(requested + qint64(random.bounded(4 * 86400)) * 1000, noonMillis);
        const std::string number = std::to_string(2'700'000 + i);
        put.waiting += waits ? 1 : 0;
        put.received += requested >= first ? 1 : 0;
        put.cleared += !waits && cleared >= first ? 1 : 0;
        must(writer.addRow({station, "VISTA", waits ? "ready_to_route" : "closed", requested + 5 * day,
                            "ICN" + number, station, requested, number, number, "LISINOPRIL 10MG TAB",
                            "TAKE ONE TABLET BY MOUTH EVERY DAY", "90", "Okafor, Chidi",
                            std::int64_t{(500 + i % stations) * 100 + random.bounded(10)},
                            waits ? Cell() : Cell(std::int64_t{cleared}),
                            waits ? Cell(std::int64_t{requested + 5 * day}) : Cell()}));
    }
    must(writer.finish());
    must(bulk.finish());
    must(transaction.commit());
    must(connection.script(connection.dialect().analyze()));
    std::printf("%d renewals loaded in %.1f s\n", rows, double(timer.elapsed()) / 1000);
    return put;
}

/// The median and worst of five runs in milliseconds.
template <class Work>
void timed(const char *what, Work work)
{
    std::vector<double> runs;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        runs.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(runs);
    std::printf("%-44s %8.1f ms (worst %8.1f)\n", what, runs[2], runs[4]);
    std::fflush(stdout);
}

void countThroughput(Connection &connection, const Put &put)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(noonMillis, Qt::UTC);
    const auto count = [&](const Scope &scope, int days) {
        return must(ThroughputRepository(connection)
                        .throughput(scope, now.date().addDays(1 - days), now.date(), now));
    };
    timed("throughput of a station, 30 days", [&] { count({u"552"_s, {}}, 30); });
    timed("throughput of all stations, 30 days", [&] { count({}, 30); });
    timed("throughput of all stations, 366 days", [&] { count({}, 366); });
    const Throughput all = count({}, 30);
    if (all.waiting != put.waiting || all.received != put.received || all.cleared != put.cleared)
        qFatal("%lld, %lld, %lld counted where %lld, %lld, %lld were put in", qlonglong(all.waiting),
               qlonglong(all.received), qlonglong(all.cleared), qlonglong(put.waiting),
               qlonglong(put.received), qlonglong(put.cleared));
    std::printf("counted as put in: %lld wait, %lld received, %lld cleared\n", qlonglong(all.waiting),
                qlonglong(all.received), qlonglong(all.cleared));
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    const bool isPostgres = argc > 2 && QByteArray(argv[2]) == "postgresql";
    const auto database = must(
        TestDatabase::create(isPostgres ? DatabaseUrl::Engine::PostgreSql : DatabaseUrl::Engine::Sqlite));
    Connection &connection = database->connection();
    std::printf("%s\n", isPostgres ? "postgresql" : "sqlite");
    countThroughput(connection, load(connection, rows));
    return 0;
}
