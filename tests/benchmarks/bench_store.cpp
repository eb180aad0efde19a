// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_store [ROWS] [sqlite|postgresql] [rows]: bulk load rates (with "rows" also without RenewalLoad) and
// the queue's reads, one line a figure.
#include "app/store/bulkwriter.h"
#include "app/store/connection.h"
#include "app/store/database.h"
#include "app/store/dialect.h"
#include "app/store/findrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalload.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"
#include "tests/support/testdatabase.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>
#include <unordered_map>
#include <vector>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::TestDatabase;

namespace {
constexpr qint64 noonMillis = 1772452800000; // 2026-03-02T12:00Z
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

std::string stationOf(int i)
{
    return std::to_string(500 + i % stations);
}

void loadShort(Connection &connection, int rows)
{
    QElapsedTimer timer;
    timer.start();
    auto transaction = must(Transaction::begin(connection));
    auto writer =
        must(BulkWriter::open(connection, u"staging_short"_s,
                              {u"import_id"_s, u"seq"_s, u"extract"_s, u"patient_key"_s, u"extract_id"_s,
                               u"parent_station"_s, u"station"_s, u"ordered_date"_s}));
    QRandomGenerator random(1);
    for (int i = 0; i < rows; ++i) {
        const std::string patient = "P" + std::to_string(random.bounded(200000));
        const int prescriber = random.bounded(5000);
        const std::string id = "D" + std::to_string(prescriber);
        const std::string station = stationOf(prescriber);
        must(writer.addRow(
            {std::int64_t{1}, std::int64_t{i}, "bench", patient, id, station, station, "2026-01-15"}));
    }
    must(writer.finish());
    must(transaction.commit());
    std::printf("staged short prescriptions   %10.0f rows/s\n",
                rows * 1000.0 / std::max<qint64>(1, timer.elapsed()));
    timer.restart();
    auto applying = must(Transaction::begin(connection));
    must(connection.run(
        u"INSERT INTO prescribed (parent_station, prescriber_id, patient_key, station, first_ordered, "
        "last_ordered, number) SELECT parent_station, CAST(substr(extract_id, 2) AS bigint), patient_key, "
        "min(station), min(ordered_date), max(ordered_date), count(*) FROM staging_short WHERE import_id = 1 "
        "GROUP BY 1, 2, 3"_s));
    must(applying.commit());
    std::printf("applied short prescriptions  %10.0f rows/s\n",
                rows * 1000.0 / std::max<qint64>(1, timer.elapsed()));
}

void loadPrescribers(Connection &connection)
{
    auto transaction = must(Transaction::begin(connection));
    auto writer = must(
        BulkWriter::open(connection, u"prescriber"_s,
                         {u"id"_s, u"parent_station"_s, u"ehr"_s, u"name_key"_s, u"station"_s, u"shown"_s}));
    for (int i = 1; i <= 20000; ++i) {
        const std::string name = "NAME" + std::to_string(i);
        must(writer.addRow({std::int64_t{i}, stationOf(i), "VISTA", name, stationOf(i), name}));
    }
    must(writer.finish());
    must(transaction.commit());
}

/// Rows by chance, the same each time: `take` gets number, prescriber, patient, request, state and drug.
template <class Take>
void eachRenewal(int rows, Take take)
{
    const char *states[] = {"needs_routing",  "needs_routing",  "needs_routing",  "ready_to_route",
                            "ready_to_route", "ready_to_route", "ready_to_route", "in_review",
                            "external",       "not_renewable",  "routed",         "closed"};
    QRandomGenerator random(2);
    for (int i = 0; i < rows; ++i) {
        const int prescriber = 1 + random.bounded(20000);
        const int patient = random.bounded(400000);
        const std::int64_t requested = noonMillis - random.bounded(20 * 86400) * 1000LL;
        const char *state = states[random.bounded(12)];
        const int drug = random.bounded(12);
        take(i, prescriber, patient, requested, state, drug);
    }
}

bool isWaiting(const char *state)
{
    return std::strcmp(state, "routed") != 0 && std::strcmp(state, "closed") != 0;
}

/// As an import writes them: a patient's group is known.
void addRenewals(BulkWriter &writer, int rows)
{
    std::unordered_map<std::int64_t, std::int64_t> groups;
    eachRenewal(rows, [&](int, int prescriber, int patient, std::int64_t requested, const char *state, int) {
        if (!isWaiting(state))
            return;
        const auto known =
            groups.try_emplace(std::int64_t{patient} * stations + prescriber % stations, requested);
        known.first->second = std::min(known.first->second, requested);
    });
    const char *drugs[] = {"LISINOPRIL 10MG TAB",   "AMLODIPINE 5MG TAB",      "METFORMIN 500MG TAB",
                           "ATORVASTATIN 40MG TAB", "SERTRALINE 50MG TAB",     "OMEPRAZOLE 20MG CAP",
                           "GABAPENTIN 300MG CAP",  "LOSARTAN 50MG TAB",       "HYDROCHLOROTHIAZIDE 25MG TAB",
                           "TAMSULOSIN 0.4MG CAP",  "LEVOTHYROXINE 50MCG TAB", "WARFARIN 5MG TAB"};
    eachRenewal(rows, [&](int i, int prescriber, int patient, std::int64_t requested, const char *state,
                          int drug) {
        const std::string station = stationOf(prescriber);
        const std::string number = std::to_string(2700000 + i) + "A";
        const std::string shown =
            "Name" + std::to_string(prescriber) + ", Given" + std::to_string(prescriber % 300);
        Cell group;
        if (isWaiting(state)) {
            const std::int64_t first = groups.at(std::int64_t{patient} * stations + prescriber % stations);
            group = std::int64_t{first + 5 * 86400000LL};
        }
        must(writer.addRow({station, "VISTA", state, requested + 5 * 86400000LL, std::int64_t{prescriber},
                            "ICN" + std::to_string(patient), station, requested, number, number, drugs[drug],
                            "TAKE ONE TABLET BY MOUTH EVERY DAY", "90", shown, group}));
    });
}

/// Seconds of processor time of this program: what the rows cost on a busy machine. A server's are not in it.
double processorSeconds(std::clock_t since)
{
    return static_cast<double>(std::clock() - since) / CLOCKS_PER_SEC;
}

void loadRenewals(Connection &connection, int rows, bool isBulk)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t begun = std::clock();
    auto transaction = must(Transaction::begin(connection));
    auto load = must(RenewalLoad::begin(connection, isBulk ? rows : 0));
    auto writer = must(BulkWriter::open(
        connection, u"renewal"_s,
        {u"parent_station"_s, u"ehr"_s, u"state"_s, u"due_at"_s, u"prescriber_id"_s, u"patient_key"_s,
         u"station"_s, u"requested_at"_s, u"prescription_id"_s, u"prescription_number"_s, u"drug"_s, u"sig"_s,
         u"quantity"_s, u"prescriber_shown"_s, u"group_due_at"_s}));
    addRenewals(writer, rows);
    must(writer.finish());
    const double written = timer.elapsed() / 1000.0;
    const double worked = processorSeconds(begun);
    must(load.finish());
    must(transaction.commit());
    std::printf("loaded renewals %s  %6.1f s rows, %6.1f s in all; own processor %.1f s, %.1f s\n",
                isBulk ? "in bulk   " : "row by row", written, timer.elapsed() / 1000.0, worked,
                processorSeconds(begun));
    must(connection.script(connection.dialect().analyze()));
}

/// The median and worst of eleven runs in milliseconds.
template <class Work>
void timed(const char *what, Work work)
{
    std::vector<double> runs;
    qint64 found = 0;
    for (int i = 0; i < 11; ++i) {
        QElapsedTimer timer;
        timer.start();
        found = work();
        runs.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(runs.begin(), runs.end());
    std::printf("%-44s %8.2f ms (worst %8.2f)  %lld\n", what, runs[5], runs[10],
                static_cast<long long>(found));
    std::fflush(stdout);
}

void readQueue(Connection &connection)
{
    RenewalRepository renewals(connection);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(noonMillis, Qt::UTC);
    const auto page = [&](const char *what, const char *view, const QString &station, const QString &search) {
        RenewalQuery query;
        query.view = QString::fromLatin1(view);
        query.scope.parentStation = station;
        query.search = search;
        timed(what, [&] { return must(renewals.page(query, now)).total; });
    };
    page("first page, everything pending", views::allPending, {}, {});
    page("first page, one station", views::allPending, u"552"_s, {});
    page("first page, ready to route", views::readyToRoute, {}, {});
    page("first page, ready to route at a station", views::readyToRoute, u"552"_s, {});
    page("first page, overdue", views::overdue, {}, {});
    page("first page, due today at a station", views::dueToday, u"552"_s, {});
    page("first page, closed", views::closed, {}, {});
    timed("first page, a record system without rows", [&] {
        RenewalQuery query;
        query.scope.ehr = u"ORACLE_HEALTH"_s;
        return must(renewals.page(query, now)).total;
    });
    timed("counts of all views", [&] { return must(renewals.counts({}, now)).constFirst().count; });
    timed("counts at a station", [&] {
        return must(renewals.counts({u"552"_s, {}}, now)).constFirst().count;
    });
    page("search one prescription number", views::allPending, {}, u"2700017a"_s);
    page("search a patient", views::allPending, {}, u"icn1234"_s);
    page("search a common drug", views::allPending, {}, u"lisin"_s);
    page("search three letters", views::allPending, {}, u"tab"_s);
    page("search a common drug at a station", views::allPending, u"552"_s, u"lisin"_s);
    page("search a drug and a name", views::allPending, {}, u"lisin name123"_s);
    timed("prescribers by waiting", [&] { return must(PrescriberRepository(connection).page({})).total; });
    timed("prescribers by waiting, a search", [&] {
        PrescriberQuery query;
        query.search = u"name123"_s;
        return must(PrescriberRepository(connection).page(query)).total;
    });
    for (const QString &words : {u"li"_s, u"lisin"_s, u"tab"_s, u"2700017a"_s, u"icn1234"_s,
                                 u"lisin name123"_s, u"name123"_s, u"nobody"_s}) {
        timed(qPrintable(u"find anything: "_s + words), [&] {
            return must(FindRepository(connection).find({words, {}, 6})).size();
        });
    }
    const qint64 busiest =
        must(PrescriberRepository(connection).page({})).items.constFirst().prescriber.id.value;
    QElapsedTimer timer;
    timer.start();
    auto transaction = must(Transaction::begin(connection));
    Correlation link;
    link.prescriberId.value = busiest;
    link.parentStation = must(PrescriberRepository(connection).find(link.prescriberId)).station.parent();
    link.status = CorrelationStatus::Manual;
    link.careTeam.value = 7001;
    const auto effect = must(renewals.move(link, {}));
    must(transaction.commit());
    std::printf("%-44s %8.2f ms  %lld\n", "linking the busiest prescriber",
                static_cast<double>(timer.nsecsElapsed()) / 1e6, static_cast<long long>(effect.becomeReady));
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int rows = arguments.value(1, u"1000000"_s).toInt();
    const QString only = arguments.value(2);
    for (const auto engine : {DatabaseUrl::Engine::Sqlite, DatabaseUrl::Engine::PostgreSql}) {
        if (!only.isEmpty() && only != Dialect::of(engine)->name())
            continue;
        std::printf("\n== %s, %d rows\n", qPrintable(Dialect::of(engine)->name()), rows);
        for (const bool isBulk : {true, false}) {
            if (!isBulk && arguments.value(3) != u"rows")
                continue;
            auto database = must(TestDatabase::create(engine));
            Connection &connection = database->connection();
            loadPrescribers(connection);
            loadRenewals(connection, rows, isBulk);
            if (isBulk) {
                loadShort(connection, rows);
                readQueue(connection);
            }
        }
    }
    return 0;
}
