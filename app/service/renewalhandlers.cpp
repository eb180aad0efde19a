// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/details.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/renewalquery.h"
#include "app/service/shownrenewals.h"
#include "app/store/filterchoices.h"
#include "app/store/renewalrepository.h"
#include "models/rest/restrenewalqueries.h"
#include "models/rest/restrenewals.h"

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
constexpr const char *viewWords[] = {
    views::allPending, views::needsRouting, views::readyToRoute, views::overdue,  views::dueToday,
    views::inReview,   views::returned,     views::assignedToMe, views::external, views::notRenewable,
    views::routed,     views::denied,       views::closed};
constexpr const char *fieldWords[] = {"division",   "care_team", "prescriber", "drug",
                                      "drug_class", "due",       "source",     "gate"};
constexpr int mostChoices = 100;
} // namespace

Answer listRenewals(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    RenewalQuery query;
    if (const QString view = reader.word(u"view"_s, viewWords); !view.isEmpty())
        query.view = view;
    query.scope = reader.scope();
    query.search = reader.text(u"q"_s);
    query.filter = readFilter(reader);
    query.sort = readSort(reader);
    query.limit = reader.limit();
    query.cursor = reader.text(u"cursor"_s, 1000);
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    auto page = store::RenewalRepository(**connection).page(query, workplace.clock.now(), call.actor);
    if (!page && page.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"cursor"_s, page.error().text}}, 400);
    if (!page)
        return problemAnswer(page.error());
    const auto shown = ShownRenewals::of(**connection);
    if (!shown)
        return problemAnswer(shown.error());
    shown->mask(page->items);
    return jsonAnswer(rest::pageJson(*page));
}

Answer countRenewals(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const Scope scope = reader.scope();
    const RenewalFilter filter = readFilter(reader);
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(
        store::RenewalRepository(**connection).counts(scope, workplace.clock.now(), call.actor, filter),
        [](const QVector<ViewCount> &counts) { return jsonAnswer(rest::itemsJson(counts)); });
}

Answer listFilterChoices(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    ChoiceQuery query;
    query.field = choiceFieldFromString(reader.word(u"field"_s, fieldWords)).value_or(ChoiceField::Drug);
    query.scope = reader.scope();
    query.search = reader.text(u"q"_s);
    query.limit = static_cast<int>(reader.integer(u"limit"_s, query.limit, 1, mostChoices));
    if (const QString view = reader.word(u"view"_s, viewWords); !view.isEmpty())
        query.view = view;
    query.filter = readFilter(reader);
    query.values = reader.texts(u"value"_s, RenewalFilter::mostValues);
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(
        store::FilterChoices(**connection).find(query, workplace.clock.now(), call.actor),
        [](const QVector<FilterChoice> &choices) { return jsonAnswer(rest::itemsJson(choices)); });
}

Answer readRenewal(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<RenewalId>(call);
    if (!id)
        return notFound();
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    auto detail =
        renewalDetail(**connection, *id, workplace.clock.now(), workplace.options.sending.isConnected());
    if (!detail)
        return problemAnswer(detail.error());
    const auto shown = ShownRenewals::of(**connection);
    if (!shown)
        return problemAnswer(shown.error());
    shown->mask(*detail);
    return jsonAnswer(toJson(*detail)).with("ETag", etagOf(detail->renewal.version));
}

} // namespace renewal::service::handlers
