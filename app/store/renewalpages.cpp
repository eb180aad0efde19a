// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"
#include "app/store/dialect.h"
#include "app/store/keyset.h"
#include "app/store/renewalrepository.h"
#include "app/store/renewalviews.h"
#include "app/store/searchtext.h"
#include "app/store/sortedpages.h"
#include "app/store/viewpages.h"
#include "models/rest/restrenewalqueries.h"

#include <QCoreApplication>

namespace renewal::store {

using namespace Qt::StringLiterals;
using renewalviews::Asking;
using renewalviews::Filter;
using viewpages::Start;

namespace {
using ViewRule = renewalviews::Rule;

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
    if (!asking.filter.isEmpty()) {
        const Filter filter = renewalviews::rowFilter(rule, scope, asking);
        return connection.number(u"SELECT count(*) FROM renewal WHERE "_s + filter.where(), filter.values);
    }
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

/// Whether so few rows fit the words that one can look at each of them.
Result<bool> areFew(Connection &connection, const Filter &words)
{
    constexpr int few = 3000;
    const auto found =
        connection.number(u"SELECT count(*) FROM (SELECT 1 FROM %1 WHERE %2 LIMIT %3) few"_s.arg(
                              connection.dialect().searchSource(), words.where(), QString::number(few + 1)),
                          words.values);
    if (!found)
        return failure(found.error());
    return *found <= few;
}

Result<Page<Renewal>> searched(Connection &connection, const ViewRule &rule, Filter filter,
                               const QStringList &words, const Scope &scope, const Start &start, int limit)
{
    const Dialect &dialect = connection.dialect();
    Filter search;
    search.add(dialect.searchCondition(), {dialect.searchValue(words, scope.parentStation)});
    const auto few = areFew(connection, search);
    if (!few)
        return failure(few.error());
    filter.add(search.where(), search.values);
    return viewpages::ofHits(connection, rule, {dialect.searchSource(), filter, *few}, start, limit);
}

Result<Page<Renewal>> listed(Connection &connection, const ViewRule &rule, const Scope &scope,
                             const Asking &asking, const Start &start, int limit)
{
    const Filter filter = renewalviews::rowFilter(rule, scope, asking);
    // What is due today lies behind all that is overdue: it is found by its due instant and then ordered.
    if (rule.hasFrom || !asking.filter.isEmpty())
        return viewpages::ofHits(connection, rule, {u"renewal"_s, filter}, start, limit);
    auto rows = rule.isPart ? viewpages::inParts(connection, rule, scope, asking, start, limit)
                            : viewpages::inOrder(connection, rule, filter, start, limit);
    if (!rows)
        return failure(rows.error());
    const auto total = countView(connection, rule, scope, asking);
    if (!total)
        return failure(total.error());
    return Page<Renewal>{std::move(*rows), {}, *total};
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
/// Names the list a cursor belongs to.
QString listOf(const RenewalQuery &query, const QStringList &words, const QString &owner)
{
    QStringList parts{query.view, query.scope.parentStation, query.scope.ehr, words.join(u' '), owner};
    const rest::QueryItems items = rest::queryItems(query.filter);
    for (const auto &[name, value] : items)
        parts << name << value;
    parts << toString(query.sort.column) << (query.sort.isDescending ? u"desc"_s : u"asc"_s);
    return u"renewals/"_s + parts.join(QChar(0));
}
} // namespace

Result<Page<Renewal>> RenewalRepository::sorted(const ViewRule &rule, const RenewalQuery &query,
                                                const QStringList &words, const Asking &asking,
                                                const QString &list)
{
    sortedpages::Request request{rule, query.scope, asking, words, query.sort, {}, query.limit};
    if (!query.cursor.isEmpty()) {
        const auto keyset = Keyset::parse(query.cursor, list);
        if (!keyset)
            return failure(keyset.error());
        request.after = *keyset;
    }
    auto page = sortedpages::page(m_connection, request);
    if (!page)
        return failure(page.error());
    if (page->last)
        page->page.next = page->last->cursor(list);
    if (const Done counted = rule.isPending ? viewpages::countPatients(m_connection, page->page.items) : ok();
        !counted)
        return failure(counted.error());
    return page->page;
}

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
    const QString list = listOf(query, words, rule->isOwn ? actor : QString());
    if (query.sort.column != RenewalColumn::Queue)
        return sorted(*rule, query, words, {now, actor, query.filter}, list);
    const auto start = startAfter(m_connection, *rule, query.cursor, list);
    if (!start)
        return failure(start.error());
    const Asking asking{now, actor, query.filter};
    auto page = words.isEmpty()
                    ? listed(m_connection, *rule, query.scope, asking, *start, *limit)
                    : searched(m_connection, *rule, renewalviews::rowFilter(*rule, query.scope, asking),
                               words, query.scope, *start, *limit);
    if (!page)
        return page;
    if (page->items.size() > *limit) {
        page->items.removeLast();
        page->next = cursorAfter(*rule, page->items.constLast(), list);
    }
    if (const Done counted = rule->isPending ? viewpages::countPatients(m_connection, page->items) : ok();
        !counted)
        return failure(counted.error());
    return page;
}

Result<QVector<ViewCount>> RenewalRepository::counts(const Scope &scope, const QDateTime &now,
                                                     const QString &actor, const RenewalFilter &filter)
{
    QVector<ViewCount> counts;
    for (const ViewRule &rule : renewalviews::rules()) {
        const auto count = countView(m_connection, rule, scope, {now, actor, filter});
        if (!count)
            return failure(count.error());
        counts.append({QString::fromLatin1(rule.view), *count});
    }
    return counts;
}

} // namespace renewal::store
