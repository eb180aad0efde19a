// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/throughputrepository.h"

#include "app/store/connection.h"
#include "app/store/stationrepository.h"

#include <QCoreApplication>
#include <QSet>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
// Written like the conditions of the indexes in resources/sql/0012.
const QString waiting = QStringLiteral("state NOT IN ('routed', 'closed')");
const QString ended = QStringLiteral("state IN ('routed', 'closed')");
/// Where it went to, or would.
const QString team = QStringLiteral("COALESCE(routed_to, care_team, 0)");

/// A question about one station: `rows` is its condition.
struct Question
{
    QString sql;
    QVariantList values;
};

Question ask(const QString &columns, const QString &parentStation, const QString &ehr, const QString &rows,
             const QVariantList &values = {})
{
    Question question{u"SELECT %1 FROM renewal WHERE parent_station = ? AND %2"_s.arg(columns, rows),
                      QVariantList{parentStation} + values};
    if (!ehr.isEmpty()) {
        question.sql += u" AND ehr = ?"_s;
        question.values.append(ehr);
    }
    return question;
}
} // namespace

Result<QVector<ThroughputRepository::Place>> ThroughputRepository::places(const Scope &scope)
{
    const auto stations = StationRepository(m_connection).list();
    if (!stations)
        return failure(stations.error());
    QHash<QString, QString> zones;
    for (const Station &station : *stations) {
        // The parent's own clock; a division's where it has none.
        if (!station.timeZone.isEmpty() &&
            (station.number.division().isEmpty() || !zones.contains(station.number.parent())))
            zones.insert(station.number.parent(), station.timeZone);
    }
    return m_connection.rows<Place>(
        u"SELECT DISTINCT parent_station FROM renewal_count WHERE ? = '' OR parent_station = ? "
        "ORDER BY parent_station"_s,
        {text(scope.parentStation), text(scope.parentStation)}, [&](const Row &row) {
            return Place{row.text(0), zones.value(row.text(0))};
        });
}

Result<QString> ThroughputRepository::zone(const Scope &scope)
{
    const auto found = places(scope);
    if (!found)
        return failure(found.error());
    QSet<QString> zones;
    for (const Place &place : *found)
        zones.insert(place.zone);
    return zones.size() == 1 ? *zones.cbegin() : QString();
}

Done ThroughputRepository::count(ThroughputTally &tally, const Place &place, const Scope &scope)
{
    tally.enterStation(place.parentStation, QTimeZone(place.zone.toLatin1()));
    const auto read = [&](const Question &question, const std::function<void(const Row &)> &take) {
        return m_connection.each(question.sql, question.values, [&](const Row &row) {
            take(row);
            return true;
        });
    };
    for (const QString &rows : {waiting, ended}) {
        Question first = ask(u"requested_at"_s, place.parentStation, scope.ehr, rows);
        first.sql += u" ORDER BY requested_at LIMIT 1"_s;
        if (const Done done = read(first, [&](const Row &row) { tally.addFirst(row.number(0)); }); !done)
            return done;
    }
    Question all = ask(u"requested_at, COALESCE(care_team, 0)"_s, place.parentStation, scope.ehr, waiting);
    all.sql += u" ORDER BY requested_at"_s; // so that the index with all of it is taken
    if (const Done done = read(all, [&](const Row &row) { tally.addWaiting(row.number(0), row.number(1)); });
        !done)
        return done;
    const QVariantList days{tally.begin(), tally.end()};
    if (const Done done = read(ask(u"requested_at, "_s + team, place.parentStation, scope.ehr,
                                   u"requested_at >= ? AND requested_at < ? AND "_s + ended, days),
                               [&](const Row &row) { tally.addEnded(row.number(0), row.number(1)); });
        !done)
        return done;
    if (const Done done =
            read(ask(u"cleared_at, requested_at, "_s + team, place.parentStation, scope.ehr,
                     u"cleared_at >= ? AND cleared_at < ? AND cleared_at IS NOT NULL"_s, days),
                 [&](const Row &row) { tally.addCleared(row.number(0), row.number(1), row.number(2)); });
        !done)
        return done;
    const Question unknown =
        ask(u"count(*)"_s, place.parentStation, scope.ehr, ended + u" AND cleared_at IS NULL"_s);
    return read(unknown, [&](const Row &row) { tally.addUnknown(row.number(0)); });
}

Done ThroughputRepository::addNames(Throughput &throughput)
{
    for (ThroughputTeam &counted : throughput.teams) {
        if (!counted.team.isValid())
            continue;
        const auto name = m_connection.first<QString>(
            u"SELECT CASE WHEN suggested_name_display <> '' THEN suggested_name_display ELSE name END "
            "FROM care_team WHERE parent_station = ? AND triage_team_id = ?"_s,
            {counted.parentStation, counted.team.value}, [](const Row &row) { return row.text(0); });
        if (!name)
            return failure(name.error());
        counted.name = name->value_or(QString());
    }
    return ok();
}

Result<Throughput> ThroughputRepository::throughput(const Scope &scope, QDate from, QDate to,
                                                    const QDateTime &now, const Tell &tell)
{
    if (!from.isValid() || !to.isValid() || to < from || from.daysTo(to) >= Throughput::mostDays)
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("store", "Choose a first and a last day, at most %1 days.")
                           .arg(Throughput::mostDays));
    const auto found = places(scope);
    if (!found)
        return failure(found.error());
    ThroughputTally tally(from, to, now);
    qsizetype counted = 0;
    for (const Place &place : *found) {
        if (const Done done = count(tally, place, scope); !done)
            return failure(done.error());
        if (tell && !tell(++counted, found->size()))
            return failure(ErrorCode::Cancelled,
                           QCoreApplication::translate("store", "The counting was stopped."));
    }
    Throughput throughput = tally.result();
    const auto clock = zone(scope);
    if (!clock)
        return failure(clock.error());
    throughput.zone = *clock;
    if (const Done named = addNames(throughput); !named)
        return failure(named.error());
    return throughput;
}

} // namespace renewal::store
