// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_decisions DATABASE_URL [COUNT]
//
// On a database that was matched: reads its largest station, then links COUNT of its undecided prescribers to
// their best candidates and takes each decision back, with matching following at once. Prints times and how
// many other cases moved. Leaves correlations as they were, and history and audit longer.
#include "app/operations/decisions.h"
#include "app/operations/followeddecision.h"
#include "app/operations/stationmemory.h"
#include "app/operations/systemclock.h"
#include "app/store/connection.h"
#include "app/store/correlationrepository.h"
#include "app/store/database.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace renewal;
using namespace renewal::operations;
using namespace Qt::StringLiterals;

namespace {

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

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void print(const char *what, QVector<double> times)
{
    if (times.isEmpty())
        return;
    std::ranges::sort(times);
    std::printf("%-28s %4lld times, median %.1f ms, worst %.1f ms\n", what, qlonglong(times.size()),
                times.at(times.size() / 2), times.constLast());
}

/// Undecided ones of the station, those that share a surname first: their decisions touch others.
QVector<PrescriberId> chosen(store::Connection &connection, const QString &station, int count)
{
    return must(connection.rows<PrescriberId>(
        u"SELECT p.id, p.name_last FROM prescriber p JOIN correlation c ON c.parent_station = "
        u"p.parent_station AND "
        "c.prescriber_id = p.id WHERE p.parent_station = ? AND c.status = 'suggested' ORDER BY (SELECT "
        "count(*) "
        "FROM prescriber o WHERE o.parent_station = p.parent_station AND o.name_last = p.name_last) DESC, "
        "p.id "
        "LIMIT ?"_s,
        {station, count}, [](const store::Row &row) { return PrescriberId{row.number(0)}; }));
}

Result<DecisionOutcome> followed(store::Connection &connection, StationMemory &memory, PrescriberId id,
                                 const std::function<Result<DecisionOutcome>()> &decision)
{
    const SystemClock clock;
    FollowedDecision following(connection, clock, memory);
    must(following.begin(id));
    auto outcome = decision();
    if (outcome)
        outcome->moved = must(following.follow(id));
    return outcome;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2) {
        std::fputs("bench_decisions DATABASE_URL [COUNT]\n", stderr);
        return 2;
    }
    store::Database database(must(store::DatabaseUrl::parse(words.at(1))));
    store::Connection &connection = *must(database.connection());
    const SystemClock clock;
    const QString station =
        must(connection.first<QString>(
                 u"SELECT parent_station FROM prescriber GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"_s, {},
                 [](const store::Row &row) { return row.text(0); }))
            .value_or(QString());
    StationMemory memory;
    QElapsedTimer timer;
    timer.start();
    const auto &input = must(memory.at(connection, station))->station.station();
    std::printf("station %s, %lld prescribers, %lld care teams, %u patients: read in %.1f ms\n",
                qPrintable(station), qlonglong(input.prescribers.size()), qlonglong(input.careTeams.size()),
                input.patients, milliseconds(timer));
    QVector<double> links;
    QVector<double> undos;
    qsizetype moved = 0;
    for (const PrescriberId id : chosen(connection, station, words.value(2, u"100"_s).toInt())) {
        store::CorrelationRepository correlations(connection);
        Decision decision;
        decision.prescriberId = id;
        decision.careTeam = must(correlations.candidates(id)).candidates.constFirst().careTeam;
        decision.note = u"benchmark"_s;
        decision.version = must(correlations.current(id)).version;
        timer.start();
        const auto linked = followed(connection, memory, id, [&] {
            return Decisions(connection, clock).decide(decision, u"benchmark"_s);
        });
        if (!linked)
            continue; // a blocked care team, for one
        links.append(milliseconds(timer));
        moved += linked->moved.size();
        timer.start();
        must(followed(connection, memory, id, [&] {
            return Decisions(connection, clock).undo(id, linked->correlation.version, u"benchmark"_s);
        }));
        undos.append(milliseconds(timer));
    }
    print("link, and matching follows", links);
    print("undo, and matching follows", undos);
    std::printf("other cases moved by the links: %lld\n", qlonglong(moved));
    return 0;
}
