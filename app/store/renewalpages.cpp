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
        const QDateTime end
            = rule.hasFrom ? QDateTime(now.toUTC().date().addDays(1), QTime(0, 0), Qt::UTC) : now;
        filter.add(u"renewal.due_at < ?"_s, {end.toMSecsSinceEpoch()});
    }
    return filter;
}

Result<qint64> countView(Connection &connection, const ViewRule &rule, const Scope &scope, const QDateTime &now)
{
    if (rule.counted) {
        Filter filter;
        addScope(filter, scope);
        filter.add(QLatin1StringView(rule.counted));
        return connection.number(
            u"SELECT sum(number) FROM renewal_count WHERE "_s + filter.where(), filter.values);
    }
    const Filter filter = rowFilter(rule, scope, now);
    return connection.number(u"SELECT count(*) FROM renewal WHERE "_s + filter.where(), filter.values);
}

Error unknownView()
{
    return {ErrorCode::InvalidInput,
        QCoreApplication::translate("store", "There is no view of that name. Choose one of the queue's views."), {}};
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
    const Dialect &dialect = m_connection.dialect();
    Filter filter = rowFilter(*rule, query.scope, now);
    if (!words.isEmpty())
        filter.add(dialect.searchCondition(), {dialect.searchValue(words, query.scope.parentStation)});
    const QString source = words.isEmpty() ? u"renewal"_s : dialect.searchSource();

    Page<Renewal> page;
    const auto total = words.isEmpty()
        ? countView(m_connection, *rule, query.scope, now)
        : m_connection.number(u"SELECT count(*) FROM %1 WHERE %2"_s.arg(source, filter.where()), filter.values);
    if (!total)
        return failure(total.error());
    page.total = *total;

    const QString list = u"renewals/"_s
        + QStringList{query.view, query.scope.parentStation, query.scope.ehr, words.join(u' ')}.join(u'/');
    if (!query.cursor.isEmpty()) {
        const auto after = Keyset::parse(query.cursor, list);
        if (!after)
            return failure(after.error());
        filter.add(u"(renewal.due_at, renewal.id) > (?, ?)"_s, {after->key, after->id});
    }
    auto rows = m_connection.rows<Renewal>(
        u"SELECT %1 FROM %2 WHERE %3 ORDER BY renewal.due_at, renewal.id LIMIT %4"_s.arg(
            renewalrows::columns(), source, filter.where(), QString::number(*limit + 1)),
        filter.values, renewalrows::map);
    if (!rows)
        return failure(rows.error());
    page.items = std::move(*rows);
    if (page.items.size() > *limit) {
        page.items.removeLast();
        const Renewal &last = page.items.constLast();
        page.next = Keyset{last.dueAt.toMSecsSinceEpoch(), last.id.value}.cursor(list);
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
