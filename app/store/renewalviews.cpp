// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/renewalviews.h"

#include "models/domain/drugclass.h"
#include "models/gateway/renewalsgateway.h"

namespace renewal::store::renewalviews {

using namespace Qt::StringLiterals;

namespace {
#define RENEWAL_PENDING "renewal.state NOT IN ('routed', 'closed')"
#define RENEWAL_STATE(word)                                                                                  \
    .rows = "renewal.state = '" word "' AND " RENEWAL_PENDING, .counted = "state = '" word "'", .isPart = true
constexpr Rule table[] = {
    {.view = views::allPending, .rows = RENEWAL_PENDING, .counted = "state NOT IN ('routed', 'closed')"},
    {.view = views::needsRouting, RENEWAL_STATE("needs_routing")},
    {.view = views::readyToRoute, RENEWAL_STATE("ready_to_route")},
    {.view = views::overdue, .rows = RENEWAL_PENDING, .counted = nullptr, .hasUntil = true},
    {.view = views::dueToday, .rows = RENEWAL_PENDING, .counted = nullptr, .hasFrom = true, .hasUntil = true},
    {.view = views::inReview, RENEWAL_STATE("in_review")},
    {.view = views::returned, RENEWAL_STATE("returned")},
    {.view = views::assignedToMe,
     .rows = "renewal.state = 'in_review' AND renewal.assignee <> '' AND " RENEWAL_PENDING,
     .counted = nullptr,
     .isOwn = true,
     .isPart = true},
    {.view = views::external, RENEWAL_STATE("external")},
    {.view = views::notRenewable, RENEWAL_STATE("not_renewable")},
    {.view = views::routed,
     .rows = "renewal.state = 'routed'",
     .counted = "state = 'routed'",
     .isPending = false},
    {.view = views::denied,
     .rows = "renewal.state = 'closed' AND renewal.outcome = 'denied'",
     .counted = nullptr,
     .outcome = "denied",
     .isPending = false},
    {.view = views::closed,
     .rows = "renewal.state IN ('routed', 'closed')",
     .counted = "state IN ('routed', 'closed')",
     .isPending = false},
};
#undef RENEWAL_STATE
#undef RENEWAL_PENDING
} // namespace

std::span<const Rule> rules()
{
    return table;
}

const Rule *find(const QString &view)
{
    for (const Rule &rule : table) {
        if (view == QLatin1StringView(rule.view))
            return &rule;
    }
    return nullptr;
}

void addScope(Filter &filter, const Scope &scope, const QString &table)
{
    if (!scope.parentStation.isEmpty())
        filter.add(table + u"parent_station = ?"_s, {scope.parentStation});
    if (!scope.ehr.isEmpty())
        filter.add(table + u"ehr = ?"_s, {scope.ehr});
}

QDateTime midnightBefore(const QDateTime &now)
{
    return {now.toUTC().date(), QTime(0, 0), Qt::UTC};
}

namespace {
/// One of the values; a single one is told by "=", as the indexes' plans like it best.
void addAny(Filter &filter, const QString &column, const QVariantList &values, const QString &mark = u"?"_s)
{
    if (values.size() == 1)
        filter.add(column + u" = "_s + mark, values);
    else if (!values.isEmpty())
        filter.add(u"%1 IN (%2)"_s.arg(column, QStringList(values.size(), mark).join(u", ")), values);
}

template <class Tag>
QVariantList valuesOf(const QVector<Id<Tag>> &ids)
{
    QVariantList values;
    for (const Id<Tag> id : ids)
        values.append(id.value);
    return values;
}

QVariantList valuesOf(const QStringList &texts)
{
    return {texts.cbegin(), texts.cend()};
}

void addDivisions(Filter &filter, const QStringList &divisions)
{
    QStringList parents;
    for (const QString &division : divisions)
        parents.append(StationNumber(division).parent());
    parents.removeDuplicates();
    addAny(filter, u"renewal.parent_station"_s, valuesOf(parents));
    addAny(filter, u"renewal.station"_s, valuesOf(divisions));
}

void addDue(Filter &filter, const QVector<DueWindow> &windows, const QDateTime &now)
{
    QStringList parts;
    QVariantList values;
    for (const DueWindow window : windows) {
        const QDateTime end = window == DueWindow::Overdue     ? now
                              : window == DueWindow::Today     ? midnightBefore(now).addDays(1)
                              : window == DueWindow::ThreeDays ? now.addDays(3)
                                                               : now.addDays(7);
        const bool isOver = window == DueWindow::Overdue;
        parts.append(isOver ? u"renewal.due_at < ?"_s : u"renewal.due_at >= ? AND renewal.due_at < ?"_s);
        if (!isOver)
            values.append(now.toMSecsSinceEpoch());
        values.append(end.toMSecsSinceEpoch());
    }
    if (parts.size() == 1)
        filter.add(parts.constFirst(), values);
    else if (!parts.isEmpty())
        filter.add(u"(%1)"_s.arg(parts.join(u" OR ")), values);
}

/// Any of the words the classes go by; an unknown class has none.
void addClasses(Filter &filter, const QStringList &codes)
{
    QVariantList values;
    for (const QString &code : codes) {
        const DrugClass *known = drugClass(code);
        values += valuesOf(known ? known->wordList() : QStringList(u""_s));
    }
    addAny(filter, u"renewal.drug_word"_s, values);
}

void addFilter(Filter &filter, const Asking &asking)
{
    const RenewalFilter &asked = asking.filter;
    addDivisions(filter, asked.divisions);
    addAny(filter, u"renewal.care_team"_s, valuesOf(asked.careTeams));
    addAny(filter, u"renewal.prescriber_id"_s, valuesOf(asked.prescribers));
    addAny(filter, u"lower(renewal.drug)"_s, valuesOf(asked.drugs), u"lower(?)"_s);
    addClasses(filter, asked.drugClasses);
    addDue(filter, asked.due, asking.now);
    if (asked.source)
        filter.add(*asked.source == RequestSource::Message ? u"renewal.message_id <> ''"_s
                                                           : u"renewal.message_id = ''"_s);
    addAny(filter, u"renewal.gate"_s, valuesOf(asked.gates));
}
} // namespace

Filter rowFilter(const Rule &rule, const Scope &scope, const Asking &asking)
{
    Filter filter;
    addScope(filter, scope, u"renewal."_s);
    filter.add(QString::fromLatin1(rule.rows));
    if (rule.isOwn)
        filter.add(u"renewal.assignee = ?"_s, {asking.actor.isNull() ? u""_s : asking.actor});
    if (rule.hasFrom)
        filter.add(u"renewal.due_at >= ?"_s, {asking.now.toMSecsSinceEpoch()});
    if (rule.hasUntil) {
        const QDateTime end = rule.hasFrom ? midnightBefore(asking.now).addDays(1) : asking.now;
        filter.add(u"renewal.due_at < ?"_s, {end.toMSecsSinceEpoch()});
    }
    addFilter(filter, asking);
    return filter;
}

Order orderOf(const Rule &rule, const QString &group)
{
    if (rule.isPending) {
        const QString columns = group + u", renewal.parent_station, renewal.ehr, "
                                        "renewal.patient_key, renewal.due_at, renewal.id"_s;
        return {group, columns, u"(%1) > (?, ?, ?, ?, ?, ?)"_s.arg(columns), false};
    }
    return {u"renewal.due_at"_s, u"renewal.due_at DESC, renewal.id DESC"_s,
            u"(renewal.due_at, renewal.id) < (?, ?)"_s, true};
}

} // namespace renewal::store::renewalviews
