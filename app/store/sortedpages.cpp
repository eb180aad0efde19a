// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sortedpages.h"

#include "app/store/connection.h"
#include "app/store/dialect.h"
#include "app/store/renewalrows.h"

namespace renewal::store::sortedpages {

using namespace Qt::StringLiterals;
using renewalviews::Filter;

namespace {
/// What a column is sorted by, as the indexes of resources/sql/0009 have it.
struct Key
{
    RenewalColumn column;
    const char16_t *sql;
    bool isText;
};
constexpr Key keys[] = {
    {RenewalColumn::Drug, u"lower(renewal.drug)", true},
    {RenewalColumn::Number, u"renewal.prescription_number", true},
    {RenewalColumn::LastFill, u"COALESCE(renewal.last_filled_at, 0)", false},
    {RenewalColumn::Prescriber, u"lower(renewal.prescriber_shown)", true},
    {RenewalColumn::CareTeam, u"lower(renewal.care_team_name)", true},
    {RenewalColumn::State, u"renewal.state", true},
    {RenewalColumn::Due, u"renewal.due_at", false},
};

const Key &keyOf(RenewalColumn column)
{
    for (const Key &key : keys) {
        if (key.column == column)
            return key;
    }
    return keys[std::size(keys) - 1];
}

QVariantList valuesOf(const Key &key, const std::optional<Keyset> &after)
{
    if (!after)
        return {};
    return {key.isText ? QVariant(text(after->text)) : QVariant(after->key), after->id};
}

Keyset keysetOf(const Key &key, const Row &row, int column, qint64 id)
{
    Keyset keyset{key.isText ? 0 : row.number(column), id, 0, {}};
    if (key.isText)
        keyset.text = row.text(column);
    return keyset;
}

/// All that fits is found first and then put in order.
Result<SortedPage> collected(Connection &connection, const Request &request, const QString &source,
                             const Filter &filter)
{
    const Key &key = keyOf(request.sort.column);
    const QString way = request.sort.isDescending ? u"DESC"_s : u"ASC"_s;
    const QString after =
        request.after ? u"WHERE (sort_key, id) %1 (?, ?)"_s.arg(request.sort.isDescending ? u"<"_s : u">"_s)
                      : QString();
    const QString sql =
        u"WITH hits AS MATERIALIZED (SELECT renewal.id AS id, %1 AS sort_key FROM %2 WHERE %3) "_s.arg(
            QString::fromUtf16(key.sql), source, filter.where()) +
        u"SELECT %1, t.total, renewal.sort_key FROM (SELECT count(*) AS total FROM hits) t LEFT JOIN "
        "(SELECT renewal.*, near.sort_key FROM (SELECT id, sort_key FROM hits %2 ORDER BY sort_key %3, id %3 "
        "LIMIT %4) near JOIN renewal ON renewal.id = near.id) renewal ON 1 = 1 "
        "ORDER BY renewal.sort_key %3, renewal.id %3"_s.arg(renewalrows::columns(), after, way,
                                                            QString::number(request.limit + 1));
    SortedPage sorted;
    bool isFull = false;
    const Done read = connection.each(sql, filter.values + valuesOf(key, request.after), [&](const Row &row) {
        sorted.page.total = row.number(renewalrows::count);
        if (row.isNull(0))
            return true;
        if (sorted.page.items.size() == request.limit) {
            isFull = true;
            return false;
        }
        sorted.page.items.append(renewalrows::map(row));
        sorted.last = keysetOf(key, row, renewalrows::count + 1, sorted.page.items.constLast().id.value);
        return true;
    });
    if (!read)
        return failure(read.error());
    if (!isFull)
        sorted.last.reset();
    return sorted;
}
} // namespace

Result<SortedPage> page(Connection &connection, const Request &request)
{
    Filter filter = renewalviews::rowFilter(request.rule, request.scope, request.asking);
    QString source = u"renewal"_s;
    if (!request.words.isEmpty()) {
        const Dialect &dialect = connection.dialect();
        filter.add(dialect.searchCondition(),
                   {dialect.searchValue(request.words, request.scope.parentStation)});
        source = dialect.searchSource();
    }
    return collected(connection, request, source, filter);
}

} // namespace renewal::store::sortedpages
