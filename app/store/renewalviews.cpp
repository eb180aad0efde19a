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
void addDue(Filter &filter, DueWindow window, const QDateTime &now)
{
    const QDateTime end = window == DueWindow::Overdue     ? now
                          : window == DueWindow::Today     ? midnightBefore(now).addDays(1)
                          : window == DueWindow::ThreeDays ? now.addDays(3)
                                                           : now.addDays(7);
    if (window != DueWindow::Overdue)
        filter.add(u"renewal.due_at >= ?"_s, {now.toMSecsSinceEpoch()});
    filter.add(u"renewal.due_at < ?"_s, {end.toMSecsSinceEpoch()});
}

/// Any of the words a class goes by; an unknown class has none.
void addClass(Filter &filter, const QString &code)
{
    const DrugClass *known = drugClass(code);
    const QStringList words = known ? known->wordList() : QStringList(u""_s);
    QVariantList values;
    for (const QString &word : words)
        values.append(word);
    filter.add(u"renewal.drug_word IN (%1)"_s.arg(QStringList(words.size(), u"?"_s).join(u", ")), values);
}

void addFilter(Filter &filter, const Asking &asking)
{
    const RenewalFilter &asked = asking.filter;
    if (!asked.division.isEmpty())
        filter.add(u"renewal.parent_station = ? AND renewal.station = ?"_s,
                   {StationNumber(asked.division).parent(), asked.division});
    if (asked.careTeam.isValid())
        filter.add(u"renewal.care_team = ?"_s, {asked.careTeam.value});
    if (asked.prescriber.isValid())
        filter.add(u"renewal.prescriber_id = ?"_s, {asked.prescriber.value});
    if (!asked.drug.isEmpty())
        filter.add(u"lower(renewal.drug) = lower(?)"_s, {asked.drug});
    if (!asked.drugClass.isEmpty())
        addClass(filter, asked.drugClass);
    if (asked.due)
        addDue(filter, *asked.due, asking.now);
    if (asked.source)
        filter.add(*asked.source == RequestSource::Message ? u"renewal.message_id <> ''"_s
                                                           : u"renewal.message_id = ''"_s);
    if (!asked.gate.isEmpty())
        filter.add(u"renewal.gate = ?"_s, {asked.gate});
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
