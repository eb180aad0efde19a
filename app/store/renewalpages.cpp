// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"
#include "app/store/dialect.h"
#include "app/store/keyset.h"
#include "app/store/renewalrepository.h"
#include "app/store/renewalrows.h"
#include "app/store/renewalviews.h"
#include "app/store/searchtext.h"

#include <QCoreApplication>

namespace renewal::store {

using namespace Qt::StringLiterals;
using renewalviews::Asking;
using renewalviews::Filter;
using renewalviews::Order;

namespace {
using ViewRule = renewalviews::Rule;

/// Where a page begins: the values of Order::after and, first among them, of Order::place.
struct Start
{
    QVariantList values; ///< empty: at the beginning
    qint64 place = 0;
};

/// Overdue renewals: whole days from the counters, what is due today before now from the queue.
Result<qint64> countOverdue(Connection &connection, const ViewRule &rule, const Scope &scope,
                            const Asking &asking)
{
    const qint64 midnight = renewalviews::midnightBefore(asking.now).toMSecsSinceEpoch();
    Filter days;
    renewalviews::addScope(days, scope);
    days.add(u"due_day < ?"_s, {midnight / 86400000});
    const auto before =
        connection.number(u"SELECT sum(number) FROM renewal_due WHERE "_s + days.where(), days.values);
    if (!before)
        return before;
    Filter filter = renewalviews::rowFilter(rule, scope, asking);
    filter.add(u"renewal.due_at >= ?"_s, {midnight});
    const auto today =
        connection.number(u"SELECT count(*) FROM renewal WHERE "_s + filter.where(), filter.values);
    if (!today)
        return today;
    return *before + *today;
}

Result<qint64> countView(Connection &connection, const ViewRule &rule, const Scope &scope,
                         const Asking &asking)
{
    Filter counters;
    renewalviews::addScope(counters, scope);
    if (rule.counted) {
        counters.add(QLatin1StringView(rule.counted));
        return connection.number(u"SELECT sum(number) FROM renewal_count WHERE "_s + counters.where(),
                                 counters.values);
    }
    if (rule.outcome) {
        counters.add(u"outcome = ?"_s, {QString::fromLatin1(rule.outcome)});
        return connection.number(u"SELECT sum(number) FROM renewal_outcome WHERE "_s + counters.where(),
                                 counters.values);
    }
    if (rule.hasUntil && !rule.hasFrom)
        return countOverdue(connection, rule, scope, asking);
    const Filter filter = renewalviews::rowFilter(rule, scope, asking);
    return connection.number(u"SELECT count(*) FROM renewal WHERE "_s + filter.where(), filter.values);
}

/// The rows lie in an index in the order they are wanted in. One row more than the limit tells whether there
/// is a next page.
Result<Page<Renewal>> viewPage(Connection &connection, Filter filter, const Order &order, const Start &start,
                               int limit)
{
    if (!start.values.isEmpty())
        filter.add(order.after, start.values);
    auto rows = connection.rows<Renewal>(
        u"SELECT %1 FROM renewal WHERE %2 ORDER BY %3 LIMIT %4"_s.arg(
            renewalrows::columns(), filter.where(), order.columns, QString::number(limit + 1)),
        filter.values, renewalrows::map);
    if (!rows)
        return failure(rows.error());
    return Page<Renewal>{std::move(*rows), {}, 0};
}

/// Reads every hit once for the total, and keeps of it only where it lies; whole rows are read, and put into
/// their full order, only for those that can be on the page.
Result<Page<Renewal>> hitsPage(Connection &connection, const QString &source, const Filter &filter,
                               const Order &order, const Start &start, int limit)
{
    const QString begins = order.isDescending ? u"<="_s : u">="_s;
    const QString follows = order.isDescending ? u"<"_s : u">"_s;
    const QString ends = order.isDescending ? u">="_s : u"<="_s;
    const QString count = QString::number(limit + 1);
    QVariantList values = filter.values;
    QString begin;
    QString far;
    QString after;
    if (!start.values.isEmpty()) {
        begin = u"place %1 ? AND "_s.arg(begins);
        far = u"WHERE place %1 ?"_s.arg(follows);
        after = u"WHERE "_s + order.after;
        values += QVariantList{start.place, start.place} + start.values;
    }
    const QString sql =
        u"WITH hits AS MATERIALIZED (SELECT renewal.id AS id, %1 AS place FROM %2 WHERE %3), "
        "near AS (SELECT id FROM hits WHERE %4 place %5 (SELECT COALESCE(%6(place), %7) FROM "
        "(SELECT place FROM hits %8 ORDER BY place %9 LIMIT %10) far)) "_s
            .arg(order.place, source, filter.where(), begin, ends, order.isDescending ? u"min"_s : u"max"_s,
                 order.isDescending ? u"-9000000000000000"_s : u"9000000000000000"_s, far,
                 order.isDescending ? u"DESC"_s : u"ASC"_s)
            .replace(u"%10"_s, count) +
        u"SELECT %1, t.total FROM (SELECT count(*) AS total FROM hits) t "
        "LEFT JOIN (SELECT renewal.* FROM near JOIN renewal ON renewal.id = near.id %2 "
        "ORDER BY %3 LIMIT %4) renewal ON 1 = 1 ORDER BY %3"_s.arg(renewalrows::columns(), after,
                                                                   order.columns, count);
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

Error unknownView()
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("store",
                                        "There is no view of that name. Choose one of the queue's views."),
            {}};
}

/// A cursor names no patient: what the order needs of one is read from the row it stands on.
Result<Start> startAfter(Connection &connection, const ViewRule &rule, const QString &cursor,
                         const QString &list)
{
    if (cursor.isEmpty())
        return Start{};
    const auto keyset = Keyset::parse(cursor, list);
    if (!keyset)
        return failure(keyset.error());
    if (!rule.isPending)
        return Start{{keyset->key, keyset->id}, keyset->key};
    const auto group =
        connection.first<QVariantList>(u"SELECT parent_station, ehr, patient_key FROM renewal WHERE id = ?"_s,
                                       {keyset->id}, [](const Row &row) {
                                           return QVariantList{row.text(0), row.text(1), text(row.text(2))};
                                       });
    if (!group)
        return failure(group.error());
    if (!*group)
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate(
                           "store", "The list changed too much to go on. Start again from the first page."));
    return Start{QVariantList{keyset->key} + **group + QVariantList{keyset->middle, keyset->id}, keyset->key};
}

QString cursorAfter(const ViewRule &rule, const Renewal &last, const QString &list)
{
    if (!rule.isPending)
        return Keyset{last.dueAt.toMSecsSinceEpoch(), last.id.value}.cursor(list);
    return Keyset{last.groupDueAt.toMSecsSinceEpoch(), last.id.value, last.dueAt.toMSecsSinceEpoch()}.cursor(
        list);
}
} // namespace

Result<Page<Renewal>> RenewalRepository::page(const RenewalQuery &query, const QDateTime &now,
                                              const QString &actor)
{
    const ViewRule *rule = renewalviews::find(query.view);
    if (!rule)
        return failure(unknownView());
    const auto limit = pageLimit(query.limit);
    if (!limit)
        return failure(limit.error());
    const QStringList words = searchWords(query.search);
    const QString list = u"renewals/"_s + QStringList{query.view, query.scope.parentStation, query.scope.ehr,
                                                      words.join(u' '), rule->isOwn ? actor : QString()}
                                              .join(u'/');
    const auto start = startAfter(m_connection, *rule, query.cursor, list);
    if (!start)
        return failure(start.error());
    const Asking asking{now, actor};
    const Dialect &dialect = m_connection.dialect();
    const Order order = renewalviews::orderOf(*rule);
    Filter filter = renewalviews::rowFilter(*rule, query.scope, asking);
    // What is due today lies behind all that is overdue: it is found by its due instant and then ordered.
    const bool isScattered = rule->hasFrom && words.isEmpty();
    if (!words.isEmpty())
        filter.add(dialect.searchCondition(), {dialect.searchValue(words, query.scope.parentStation)});
    auto page = words.isEmpty() && !isScattered
                    ? viewPage(m_connection, filter, order, *start, *limit)
                    : hitsPage(m_connection, words.isEmpty() ? u"renewal"_s : dialect.searchSource(), filter,
                               order, *start, *limit);
    if (!page)
        return page;
    if (words.isEmpty() && !isScattered) {
        const auto total = countView(m_connection, *rule, query.scope, asking);
        if (!total)
            return failure(total.error());
        page->total = *total;
    }
    if (page->items.size() > *limit) {
        page->items.removeLast();
        page->next = cursorAfter(*rule, page->items.constLast(), list);
    }
    return page;
}

Result<QVector<ViewCount>> RenewalRepository::counts(const Scope &scope, const QDateTime &now,
                                                     const QString &actor)
{
    QVector<ViewCount> counts;
    for (const ViewRule &rule : renewalviews::rules()) {
        const auto count = countView(m_connection, rule, scope, {now, actor});
        if (!count)
            return failure(count.error());
        counts.append({QString::fromLatin1(rule.view), *count});
    }
    return counts;
}

} // namespace renewal::store
