// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/prescriberrepository.h"

#include "app/store/connection.h"
#include "app/store/correlationrows.h"
#include "app/store/keyset.h"
#include "app/store/prescriberrows.h"
#include "app/store/searchtext.h"

#include <QCoreApplication>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
QString summaryColumns()
{
    return prescriberrows::columns() +
           u", p.waiting, p.candidate_count, (SELECT min(r.requested_at) FROM renewal r "
           "WHERE r.parent_station = p.parent_station AND r.prescriber_id = p.id "
           "AND r.state IN ('needs_routing', 'ready_to_route')), (SELECT s.best_probability FROM "
           "candidate_set s WHERE s.parent_station = p.parent_station AND s.prescriber_id = p.id "
           "AND s.candidate_count > 0), "_s +
           correlationrows::columns();
}

QString summarySource()
{
    return u"prescriber p LEFT JOIN correlation c ON c.parent_station = p.parent_station "
           "AND c.prescriber_id = p.id"_s;
}

PrescriberSummary mapSummary(const Row &row)
{
    PrescriberSummary summary;
    summary.prescriber = prescriberrows::map(row);
    summary.waiting = row.number(prescriberrows::count);
    summary.candidates = row.integer(prescriberrows::count + 1);
    summary.oldestWaiting = row.instant(prescriberrows::count + 2);
    summary.bestProbability = row.maybeReal(prescriberrows::count + 3);
    summary.correlation = correlationrows::map(row, prescriberrows::count + 4);
    return summary;
}

Error unknown(PrescriberId id)
{
    return {
        ErrorCode::NotFound,
        QCoreApplication::translate("store", "There is no prescriber %1. Refresh the list.").arg(id.value),
        {}};
}
} // namespace

Result<Page<PrescriberSummary>> PrescriberRepository::page(const PrescriberQuery &query)
{
    const auto limit = pageLimit(query.limit);
    if (!limit)
        return failure(limit.error());
    if (!query.status.isEmpty() && !correlationStatusFromString(query.status))
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("store", "There is no correlation status of that name."));
    QStringList terms{u"1 = 1"_s};
    QVariantList values;
    const auto add = [&](const QString &term, const QString &value) {
        terms.append(term);
        values.append(value);
    };
    if (!query.scope.parentStation.isEmpty())
        add(u"p.parent_station = ?"_s, query.scope.parentStation);
    if (!query.scope.ehr.isEmpty())
        add(u"p.ehr = ?"_s, query.scope.ehr);
    if (!query.status.isEmpty())
        add(u"p.status = ?"_s, query.status.toLower());
    const QStringList words = searchWords(query.search);
    for (const QString &word : words)
        add(u"' ' || p.name_key LIKE ?"_s, u"% "_s + word.toUpper() + u'%');

    Page<PrescriberSummary> page;
    const auto total =
        m_connection.number(u"SELECT count(*) FROM prescriber p WHERE "_s + terms.join(u" AND "_s), values);
    if (!total)
        return failure(total.error());
    page.total = *total;
    const QString list = u"prescribers/"_s + QStringList{query.status.toLower(), query.scope.parentStation,
                                                         query.scope.ehr, words.join(u' ')}
                                                 .join(u'/');
    if (!query.cursor.isEmpty()) {
        const auto after = Keyset::parse(query.cursor, list);
        if (!after)
            return failure(after.error());
        terms.append(u"(p.waiting, p.id) < (?, ?)"_s);
        values << after->key << after->id;
    }
    auto rows = m_connection.rows<PrescriberSummary>(
        u"SELECT %1 FROM %2 WHERE %3 ORDER BY p.waiting DESC, p.id DESC LIMIT %4"_s.arg(
            summaryColumns(), summarySource(), terms.join(u" AND "_s), QString::number(*limit + 1)),
        values, mapSummary);
    if (!rows)
        return failure(rows.error());
    page.items = std::move(*rows);
    if (page.items.size() > *limit) {
        page.items.removeLast();
        const PrescriberSummary &last = page.items.constLast();
        page.next = Keyset{last.waiting, last.prescriber.id.value}.cursor(list);
    }
    return page;
}

Result<PrescriberSummary> PrescriberRepository::summary(PrescriberId id)
{
    const auto found = m_connection.first<PrescriberSummary>(
        u"SELECT %1 FROM %2 WHERE p.id = ?"_s.arg(summaryColumns(), summarySource()), {id.value}, mapSummary);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(unknown(id));
    return **found;
}

Result<Prescriber> PrescriberRepository::find(PrescriberId id)
{
    const auto found = m_connection.first<Prescriber>(
        u"SELECT %1 FROM prescriber p WHERE p.id = ?"_s.arg(prescriberrows::columns()), {id.value},
        prescriberrows::map);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(unknown(id));
    return **found;
}

Result<std::optional<Prescriber>> PrescriberRepository::find(const PrescriberKey &key)
{
    return m_connection.first<Prescriber>(
        u"SELECT %1 FROM prescriber p WHERE p.parent_station = ? AND p.ehr = ? AND p.name_key = ?"_s.arg(
            prescriberrows::columns()),
        {key.parentStation, toString(key.ehr), key.nameKey}, prescriberrows::map);
}

Result<Prescriber> PrescriberRepository::upsert(const Prescriber &prescriber, const QString &extract)
{
    const PrescriberKey key = prescriber.key();
    QStringList filled;
    for (const QString &column : {u"specialty"_s, u"npi"_s, u"division_name"_s, u"facility_name"_s})
        filled.append(
            u"%1 = CASE WHEN prescriber.%1 = '' THEN excluded.%1 ELSE prescriber.%1 END"_s.arg(column));
    const auto id = m_connection.first<qint64>(
        u"INSERT INTO prescriber (parent_station, ehr, name_key, station, name_first, name_last, "
        u"name_display, "
        "shown, specialty, npi, division_name, facility_name, homonyms) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (parent_station, ehr, name_key) DO UPDATE SET %1 RETURNING id"_s.arg(
            filled.join(u", "_s)),
        {key.parentStation, toString(key.ehr), key.nameKey, prescriber.station.text(),
         text(prescriber.name.first), text(prescriber.name.last), text(prescriber.name.display),
         text(prescriber.name.shown()), text(prescriber.specialty), text(prescriber.npi),
         text(prescriber.divisionName), text(prescriber.facilityName), prescriber.homonyms},
        [](const Row &row) { return row.number(0); });
    if (!id)
        return failure(id.error());
    const PrescriberId stored{id->value_or(0)};
    if (!prescriber.extractId.isEmpty()) {
        const auto source = m_connection.run(
            u"INSERT INTO prescriber_source (parent_station, extract, extract_id, prescriber_id) "
            "VALUES (?, ?, ?, ?) ON CONFLICT (parent_station, extract, extract_id) "
            "DO UPDATE SET prescriber_id = excluded.prescriber_id"_s,
            {key.parentStation, text(extract), prescriber.extractId, stored.value});
        if (!source)
            return failure(source.error());
        if (const Done counted = recountHomonyms(key.parentStation); !counted)
            return failure(counted.error());
    }
    return find(stored);
}

Result<QVector<Prescriber>> PrescriberRepository::ofStation(const QString &parentStation)
{
    return m_connection.rows<Prescriber>(
        u"SELECT %1 FROM prescriber p WHERE p.parent_station = ? ORDER BY p.id"_s.arg(
            prescriberrows::columns()),
        {parentStation}, prescriberrows::map);
}

Done PrescriberRepository::recountHomonyms(const QString &parentStation)
{
    // Two ids of one extract on one name are two people; one person in two extracts is not. It never falls:
    // what one extract proved stays true.
    const QString where = parentStation.isEmpty() ? u"1 = 1"_s : u"s.parent_station = ?"_s;
    const auto counted = m_connection.run(
        u"UPDATE prescriber SET homonyms = d.number FROM (SELECT parent_station, prescriber_id, "
        "max(number) AS number FROM (SELECT s.parent_station, s.prescriber_id, s.extract, count(*) AS number "
        "FROM prescriber_source s WHERE %1 GROUP BY s.parent_station, s.prescriber_id, s.extract) e "
        "GROUP BY parent_station, prescriber_id) d WHERE prescriber.parent_station = d.parent_station "
        "AND prescriber.id = d.prescriber_id AND prescriber.homonyms < d.number"_s.arg(where),
        parentStation.isEmpty() ? QVariantList() : QVariantList{parentStation});
    if (!counted)
        return failure(counted.error());
    return ok();
}

Result<QVector<std::pair<QString, QString>>> PrescriberRepository::sources(PrescriberId id)
{
    return m_connection.rows<std::pair<QString, QString>>(
        u"SELECT s.extract, s.extract_id FROM prescriber p JOIN prescriber_source s "
        "ON s.parent_station = p.parent_station AND s.prescriber_id = p.id WHERE p.id = ? "
        "ORDER BY s.extract, s.extract_id"_s,
        {id.value}, [](const Row &row) { return std::pair(row.text(0), row.text(1)); });
}

Result<QMap<qint64, TeamPrescribers>> PrescriberRepository::linkedTo(const QString &parentStation,
                                                                     const QVector<TriageTeamId> &teams,
                                                                     PrescriberId but)
{
    constexpr qsizetype told = 3;
    QMap<qint64, TeamPrescribers> linked;
    if (teams.isEmpty())
        return linked;
    QVariantList values{parentStation};
    QStringList places;
    for (const TriageTeamId team : teams) {
        values.append(team.value);
        places.append(u"?"_s);
    }
    values.append(but.value);
    const Done read = m_connection.each(
        u"SELECT c.care_team, p.name_first, p.name_last, p.name_display FROM correlation c JOIN prescriber p "
        "ON p.parent_station = c.parent_station AND p.id = c.prescriber_id WHERE c.parent_station = ? "
        "AND c.care_team IN (%1) AND c.status IN ('auto', 'manual') AND c.prescriber_id <> ? "
        "ORDER BY c.care_team, p.name_key, p.id"_s.arg(places.join(u", ")),
        values, [&](const Row &row) {
            TeamPrescribers &others = linked[row.number(0)];
            if (++others.total <= told)
                others.names.append(PrescriberName{row.text(1), row.text(2), row.text(3)}.shown());
            return true;
        });
    if (!read)
        return failure(read.error());
    return linked;
}

Result<QVector<DivisionWork>> PrescriberRepository::divisions(PrescriberId id)
{
    return m_connection.rows<DivisionWork>(
        u"SELECT station, sum(prescriptions), sum(waiting) FROM (SELECT x.station AS station, "
        "count(*) AS prescriptions, 0 AS waiting FROM prescriber p JOIN prescription x "
        "ON x.parent_station = p.parent_station AND x.prescriber_id = p.id WHERE p.id = ? "
        "GROUP BY x.station UNION ALL SELECT r.station, 0, count(*) FROM prescriber p JOIN renewal r "
        "ON r.parent_station = p.parent_station AND r.prescriber_id = p.id "
        "AND r.state IN ('needs_routing', 'ready_to_route') WHERE p.id = ? GROUP BY r.station) parts "
        "WHERE station <> '' GROUP BY station ORDER BY station"_s,
        {id.value, id.value}, [](const Row &row) {
            return DivisionWork{row.text(0), row.number(1), row.number(2)};
        });
}

Result<qint64> PrescriberRepository::total()
{
    return m_connection.number(u"SELECT count(*) FROM prescriber"_s);
}

} // namespace renewal::store
