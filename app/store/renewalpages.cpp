// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"
#include "app/store/dialect.h"
#include "app/store/keyset.h"
#include "app/store/renewalrepository.h"
#include "app/store/renewalrows.h"
#include "app/store/searchtext.h"

#include <QCoreApplication>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
/// Which rows a view shows. The conditions are written like those of the partial indexes in
/// resources/sql/0001/40_renewal.sql: SQLite recognises them by their form.
struct ViewRule
{
    const char *view;
    const char *rows;
    const char *counted; ///< the same on renewal_count; null when only the clock decides
    bool hasFrom = false;
    bool hasUntil = false;
};

#define RENEWAL_PENDING "state NOT IN ('routed', 'closed')"
constexpr ViewRule viewRules[] = {
    {views::allPending, RENEWAL_PENDING, RENEWAL_PENDING},
    {views::needsRouting, "state = 'needs_routing'", "state = 'needs_routing'"},
    {views::readyToRoute, "state = 'ready_to_route'", "state = 'ready_to_route'"},
    {views::overdue, RENEWAL_PENDING, nullptr, false, true},
    {views::dueToday, RENEWAL_PENDING, nullptr, true, true},
    {views::inReview, "state = 'in_review'", "state = 'in_review'"},
    {views::external, "state = 'external'", "state = 'external'"},
    {views::notRenewable, "state = 'not_renewable'", "state = 'not_renewable'"},
    {views::closed, "state IN ('routed', 'closed')", "state IN ('routed', 'closed')"},
};
#undef RENEWAL_PENDING

const ViewRule *ruleOf(const QString &view)
{
    for (const ViewRule &rule : viewRules) {
        if (view == QLatin1StringView(rule.view))
            return &rule;
    }
    return nullptr;
}

/// A WHERE clause that grows.
struct Filter
{
    QStringList terms;
    QVariantList values;

    void add(const QString &term, const QVariantList &bound = {})
    {
        terms.append(term);
        values.append(bound);
    }
    QString where() const { return terms.join(u" AND "_s); }
};

void addScope(Filter &filter, const Scope &scope)
{
    if (!scope.parentStation.isEmpty())
        filter.add(u"parent_station = ?"_s, {scope.parentStation});
    if (!scope.ehr.isEmpty())
        filter.add(u"ehr = ?"_s, {scope.ehr});
}

/// Overdue ends now, where due today begins; the day is the UTC day.
Filter rowFilter(const ViewRule &rule, const Scope &scope, const QDateTime &now)
{
    Filter filter;
    addScope(filter, scope);
    for (QString &term : filter.terms)
        term.prepend(u"renewal."_s);
    filter.add(u"renewal."_s + QLatin1StringView(rule.rows));
    if (rule.hasFrom)
        filter.add(u"renewal.due_at >= ?"_s, {now.toMSecsSinceEpoch()});
    if (rule.hasUntil) {
        const QDateTime end =
            rule.hasFrom ? QDateTime(now.toUTC().date().addDays(1), QTime(0, 0), Qt::UTC) : now;
        filter.add(u"renewal.due_at < ?"_s, {end.toMSecsSinceEpoch()});
    }
    return filter;
}

/// Overdue renewals: whole days from the counters, what is due today before now from the queue.
Result<qint64> countOverdue(Connection &connection, const ViewRule &rule, const Scope &scope,
                            const QDateTime &now)
{
    const QDateTime midnight(now.toUTC().date(), QTime(0, 0), Qt::UTC);
    Filter days;
    addScope(days, scope);
    days.add(u"due_day < ?"_s, {midnight.toMSecsSinceEpoch() / 86400000});
    const auto before =
        connection.number(u"SELECT sum(number) FROM renewal_due WHERE "_s + days.where(), days.values);
    if (!before)
        return before;
    Filter filter = rowFilter(rule, scope, now);
    filter.add(u"renewal.due_at >= ?"_s, {midnight.toMSecsSinceEpoch()});
    const auto today =
        connection.number(u"SELECT count(*) FROM renewal WHERE "_s + filter.where(), filter.values);
    if (!today)
        return today;
    return *before + *today;
}

Result<qint64> countView(Connection &connection, const ViewRule &rule, const Scope &scope,
                         const QDateTime &now)
{
    if (rule.counted) {
        Filter filter;
        addScope(filter, scope);
        filter.add(QLatin1StringView(rule.counted));
        return connection.number(u"SELECT sum(number) FROM renewal_count WHERE "_s + filter.where(),
                                 filter.values);
    }
    if (!rule.hasFrom)
        return countOverdue(connection, rule, scope, now);
    const Filter filter = rowFilter(rule, scope, now);
    return connection.number(u"SELECT count(*) FROM renewal WHERE "_s + filter.where(), filter.values);
}

/// One row more than the limit tells whether there is a next page.
Result<Page<Renewal>> viewPage(Connection &connection, Filter filter, const QVariantList &after, int limit)
{
    if (!after.isEmpty())
        filter.add(u"(renewal.due_at, renewal.id) > (?, ?)"_s, after);
    auto rows = connection.rows<Renewal>(
        u"SELECT %1 FROM renewal WHERE %2 ORDER BY renewal.due_at, renewal.id LIMIT %3"_s.arg(
            renewalrows::columns(), filter.where(), QString::number(limit + 1)),
        filter.values, renewalrows::map);
    if (!rows)
        return failure(rows.error());
    return Page<Renewal>{std::move(*rows), {}, 0};
}

/// Reads every hit once, for the total and for the order; the rows themselves only for the page.
Result<Page<Renewal>> searchPage(Connection &connection, Filter filter, const QStringList &words,
                                 const QString &parentStation, const QVariantList &after, int limit)
{
    const Dialect &dialect = connection.dialect();
    filter.add(dialect.searchCondition(), {dialect.searchValue(words, parentStation)});
    const QString sql =
        u"WITH hits AS MATERIALIZED (SELECT renewal.id, renewal.due_at FROM %1 WHERE %2) "
        "SELECT %3, t.total FROM (SELECT count(*) AS total FROM hits) t "
        "LEFT JOIN (SELECT id, due_at FROM hits %4 ORDER BY due_at, id LIMIT %5) h ON 1 = 1 "
        "LEFT JOIN renewal ON renewal.id = h.id ORDER BY h.due_at, h.id"_s.arg(
            dialect.searchSource(), filter.where(), renewalrows::columns(),
            after.isEmpty() ? QString() : u"WHERE (due_at, id) > (?, ?)"_s, QString::number(limit + 1));
    Page<Renewal> page;
    const Done read = connection.each(sql, filter.values + after, [&](const Row &row) {
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
} // namespace

Result<Page<Renewal>> RenewalRepository::page(const RenewalQuery &query, const QDateTime &now)
{
    const ViewRule *rule = ruleOf(query.view);
    if (!rule)
        return failure(unknownView());
    const auto limit = pageLimit(query.limit);
    if (!limit)
        return failure(limit.error());
    const QStringList words = searchWords(query.search);
    const QString list =
        u"renewals/"_s +
        QStringList{query.view, query.scope.parentStation, query.scope.ehr, words.join(u' ')}.join(u'/');
    QVariantList after;
    if (!query.cursor.isEmpty()) {
        const auto keyset = Keyset::parse(query.cursor, list);
        if (!keyset)
            return failure(keyset.error());
        after = {keyset->key, keyset->id};
    }
    const Filter filter = rowFilter(*rule, query.scope, now);
    auto page = words.isEmpty()
                    ? viewPage(m_connection, filter, after, *limit)
                    : searchPage(m_connection, filter, words, query.scope.parentStation, after, *limit);
    if (!page)
        return page;
    if (words.isEmpty()) {
        const auto total = countView(m_connection, *rule, query.scope, now);
        if (!total)
            return failure(total.error());
        page->total = *total;
    }
    if (page->items.size() > *limit) {
        page->items.removeLast();
        const Renewal &last = page->items.constLast();
        page->next = Keyset{last.dueAt.toMSecsSinceEpoch(), last.id.value}.cursor(list);
    }
    return page;
}

Result<QVector<ViewCount>> RenewalRepository::counts(const Scope &scope, const QDateTime &now)
{
    QVector<ViewCount> counts;
    for (const ViewRule &rule : viewRules) {
        const auto count = countView(m_connection, rule, scope, now);
        if (!count)
            return failure(count.error());
        counts.append({QString::fromLatin1(rule.view), *count});
    }
    return counts;
}

} // namespace renewal::store
