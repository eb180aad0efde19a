// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/viewpages.h"

#include "app/store/connection.h"
#include "app/store/renewalrows.h"

#include <QHash>
#include <QStringList>

namespace renewal::store::viewpages {

using namespace Qt::StringLiterals;
using renewalviews::Asking;
using renewalviews::Filter;
using renewalviews::Order;
using renewalviews::orderOf;
using renewalviews::Rule;

namespace {
const QString storedGroup = QStringLiteral("renewal.group_due_at");
const QString shownGroup = QStringLiteral("renewal.place");

/// The columns of a renewal, and for its group what the view is ordered by.
QString shownColumns(const Rule &rule)
{
    QString columns = renewalrows::columns();
    return rule.isPending ? columns.replace(storedGroup, shownGroup) : columns;
}

/// The same condition about another alias of the table.
QString about(const QString &alias, const QString &condition)
{
    return QString(condition).replace(u"renewal."_s, alias + u'.');
}

/// The first renewal of each patient in a view, in their order, from where the page begins: the index is read
/// along the replies due, and a row that has an earlier one of the same patient before it is passed over.
Filter heads(const Rule &rule, const Scope &scope, const Asking &asking, const Start &start)
{
    Filter filter = renewalviews::rowFilter(rule, scope, asking);
    if (!start.values.isEmpty()) {
        // place, station, record system, patient, reply due, id; without a patient each row is its own group
        const bool isNobody = start.values.at(3).toString().isEmpty();
        const QString columns = u"renewal.due_at, renewal.parent_station, renewal.ehr, renewal.patient_key"_s;
        if (isNobody)
            filter.add(u"(%1, renewal.id) > (?, ?, ?, ?, ?)"_s.arg(columns),
                       start.values.first(4) + start.values.last(1));
        else
            filter.add(u"(%1) >= (?, ?, ?, ?)"_s.arg(columns), start.values.first(4));
    }
    const Filter own = renewalviews::rowFilter(rule, {}, asking);
    filter.add(u"(renewal.patient_key = '' OR NOT EXISTS (SELECT 1 FROM renewal e "
               "WHERE e.parent_station = renewal.parent_station AND e.ehr = renewal.ehr "
               "AND e.patient_key = renewal.patient_key AND %1 "
               "AND (e.due_at, e.id) < (renewal.due_at, renewal.id)))"_s.arg(about(u"e"_s, own.where())),
               own.values);
    return filter;
}
} // namespace

Result<QVector<Renewal>> inOrder(Connection &connection, const Rule &rule, const Filter &filter,
                                 const Start &start, int limit)
{
    const Order order = orderOf(rule, storedGroup);
    Filter from = filter;
    if (!start.values.isEmpty())
        from.add(order.after, start.values);
    return connection.rows<Renewal>(
        u"SELECT %1 FROM renewal WHERE %2 ORDER BY %3 LIMIT %4"_s.arg(
            renewalrows::columns(), from.where(), order.columns, QString::number(limit + 1)),
        from.values, renewalrows::map);
}

Result<QVector<Renewal>> inParts(Connection &connection, const Rule &rule, const Scope &scope,
                                 const Asking &asking, const Start &start, int limit)
{
    const Order order = orderOf(rule, shownGroup);
    const Filter first = heads(rule, scope, asking, start);
    const Filter own = renewalviews::rowFilter(rule, {}, asking);
    const QString count = QString::number(limit + 1);
    // One more: of the group that the page begins in, nothing may be left.
    const QString groups = QString::number(limit + 2);
    QVariantList values = first.values + own.values;
    QString after;
    if (!start.values.isEmpty()) {
        after = u"WHERE "_s + order.after;
        values += start.values;
    }
    const QString sql =
        u"WITH heads AS MATERIALIZED (SELECT renewal.due_at AS place, renewal.parent_station AS station, "
        "renewal.ehr AS ehr, renewal.patient_key AS patient, renewal.id AS id FROM renewal WHERE %1 "
        "ORDER BY renewal.due_at, renewal.parent_station, renewal.ehr, renewal.patient_key, renewal.id "
        "LIMIT %2), members AS (SELECT heads.place AS place, r.id AS id FROM heads CROSS JOIN renewal r "
        "WHERE heads.patient <> '' AND r.parent_station = heads.station AND r.ehr = heads.ehr "
        "AND r.patient_key = heads.patient AND %3 "
        "UNION ALL SELECT heads.place, heads.id FROM heads WHERE heads.patient = '') "_s.arg(
            first.where(), groups, about(u"r"_s, own.where())) +
        u"SELECT %1 FROM (SELECT renewal.*, members.place FROM members CROSS JOIN renewal "
        "WHERE renewal.id = members.id) renewal %2 ORDER BY %3 LIMIT %4"_s.arg(shownColumns(rule), after,
                                                                               order.columns, count);
    return connection.rows<Renewal>(sql, values, renewalrows::map);
}

Result<Page<Renewal>> ofHits(Connection &connection, const Rule &rule, const Hits &hits, const Start &start,
                             int limit)
{
    const Order order = orderOf(rule, shownGroup);
    const QString place =
        !rule.isPending ? order.place
        : hits.areFew   ? u"min(renewal.due_at) OVER (PARTITION BY renewal.parent_station, renewal.ehr, "
                        "renewal.patient_key, "
                        "CASE WHEN renewal.patient_key = '' THEN renewal.id ELSE 0 END)"_s
                      : storedGroup;
    const QString begins = order.isDescending ? u"<="_s : u">="_s;
    const QString follows = order.isDescending ? u"<"_s : u">"_s;
    const QString ends = order.isDescending ? u">="_s : u"<="_s;
    const QString count = QString::number(limit + 1);
    QVariantList values = hits.filter.values;
    QString begin;
    QString far;
    QString after;
    if (!start.values.isEmpty()) {
        begin = u"place %1 ? AND "_s.arg(begins);
        far = u"WHERE place %1 ?"_s.arg(follows);
        after = u"WHERE "_s + order.after;
        values += QVariantList{start.place, start.place} + start.values;
    }
    // Of every hit only its place is kept; whole rows are read, and put into their full order, only for those
    // that can be on the page.
    const QString sql =
        u"WITH hits AS MATERIALIZED (SELECT renewal.id AS id, %1 AS place FROM %2 WHERE %3), "
        "near AS (SELECT id, place FROM hits WHERE %4 place %5 (SELECT COALESCE(%6(place), %7) FROM "
        "(SELECT place FROM hits %8 ORDER BY place %9 LIMIT %10) far)) "_s
            .arg(place, hits.source, hits.filter.where(), begin, ends,
                 order.isDescending ? u"min"_s : u"max"_s,
                 order.isDescending ? u"-9000000000000000"_s : u"9000000000000000"_s, far,
                 order.isDescending ? u"DESC"_s : u"ASC"_s)
            .replace(u"%10"_s, count) +
        u"SELECT %1, t.total FROM (SELECT count(*) AS total FROM hits) t LEFT JOIN (SELECT * FROM "
        "(SELECT renewal.*, near.place FROM near JOIN renewal ON renewal.id = near.id) renewal %2 "
        "ORDER BY %3 LIMIT %4) renewal ON 1 = 1 ORDER BY %3"_s.arg(shownColumns(rule), after, order.columns,
                                                                   count);
    Page<Renewal> page;
    const Done read = connection.each(sql, values, [&](const Row &row) {
        page.total = row.number(renewalrows::count);
        if (!row.isNull(0))
            page.items.append(renewalrows::map(row));
        return true;
    });
    if (!read)
        return failure(read.error());
    return page;
}

Done countPatients(Connection &connection, QVector<Renewal> &renewals)
{
    QStringList ids;
    for (const Renewal &renewal : std::as_const(renewals))
        ids.append(QString::number(renewal.id.value));
    if (ids.isEmpty())
        return ok();
    QHash<qint64, int> counts;
    const Done read = connection.each(
        u"SELECT r.id, count(*) FROM renewal r JOIN renewal g ON g.parent_station = r.parent_station "
        "AND g.ehr = r.ehr AND g.patient_key = r.patient_key AND g.state NOT IN ('routed', 'closed') "
        "WHERE r.id IN (%1) AND r.patient_key <> '' AND r.state NOT IN ('routed', 'closed') GROUP BY r.id"_s
            .arg(ids.join(u',')),
        {}, [&](const Row &row) {
            counts.insert(row.number(0), static_cast<int>(row.number(1)));
            return true;
        });
    if (!read)
        return read;
    for (Renewal &renewal : renewals) {
        const bool isAlone = renewal.patientKey.isEmpty() && isPending(renewal.state);
        renewal.patientPending = counts.value(renewal.id.value, isAlone ? 1 : 0);
    }
    return ok();
}

} // namespace renewal::store::viewpages
