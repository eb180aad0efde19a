// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restrenewalqueries.h"

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

namespace {
template <class Word>
QString wordOf(const std::optional<Word> &word)
{
    return word ? toString(*word) : QString();
}

template <class Tag>
QString numberOf(Id<Tag> id)
{
    return id.isValid() ? QString::number(id.value) : QString();
}
} // namespace

QueryItems rest::queryItems(const RenewalFilter &filter)
{
    return {
        {u"division"_s, filter.division},
        {u"careTeam"_s, numberOf(filter.careTeam)},
        {u"prescriber"_s, numberOf(filter.prescriber)},
        {u"drug"_s, filter.drug},
        {u"drugClass"_s, filter.drugClass},
        {u"due"_s, wordOf(filter.due)},
        {u"source"_s, wordOf(filter.source)},
        {u"gate"_s, filter.gate},
    };
}

QueryItems rest::queryItems(const RenewalSort &sort)
{
    if (sort.column == RenewalColumn::Queue)
        return {};
    return {{u"sort"_s, toString(sort.column)}, {u"order"_s, sort.isDescending ? u"desc"_s : u"asc"_s}};
}

QueryItems rest::queryItems(const RenewalQuery &query)
{
    return QueryItems{{u"view"_s, query.view},
                      {u"station"_s, query.scope.parentStation},
                      {u"ehr"_s, query.scope.ehr},
                      {u"q"_s, query.search},
                      {u"limit"_s, QString::number(query.limit)},
                      {u"cursor"_s, query.cursor}} +
           queryItems(query.filter) + queryItems(query.sort);
}

QJsonObject toJson(const RenewalFilter &filter)
{
    return {
        {u"division"_s, filter.division},
        {u"careTeam"_s, idJson(filter.careTeam)},
        {u"prescriber"_s, idJson(filter.prescriber)},
        {u"drug"_s, filter.drug},
        {u"drugClass"_s, filter.drugClass},
        {u"due"_s, wordOf(filter.due)},
        {u"source"_s, wordOf(filter.source)},
        {u"gate"_s, filter.gate},
    };
}

Done fromJson(const QJsonValue &value, RenewalFilter &filter)
{
    ObjectReader r(value);
    filter.division = r.text("division"_L1);
    filter.careTeam = r.id<TriageTeamId>("careTeam"_L1);
    filter.prescriber = r.id<PrescriberId>("prescriber"_L1);
    filter.drug = r.text("drug"_L1);
    filter.drugClass = r.text("drugClass"_L1);
    filter.due = r.word("due"_L1, dueWindowFromString);
    filter.source = r.word("source"_L1, requestSourceFromString);
    filter.gate = r.text("gate"_L1);
    return r.done();
}

QJsonObject toJson(const RenewalSort &sort)
{
    return {{u"column"_s, toString(sort.column)}, {u"descending"_s, sort.isDescending}};
}

Done fromJson(const QJsonValue &value, RenewalSort &sort)
{
    ObjectReader r(value);
    sort.column = r.word("column"_L1, renewalColumnFromString).value_or(RenewalColumn::Queue);
    sort.isDescending = r.boolean("descending"_L1);
    return r.done();
}

QJsonObject toJson(const RenewalQuery &query)
{
    return {
        {u"view"_s, query.view},
        {u"station"_s, query.scope.parentStation},
        {u"ehr"_s, query.scope.ehr},
        {u"search"_s, query.search},
        {u"filter"_s, toJson(query.filter)},
        {u"sort"_s, toJson(query.sort)},
    };
}

Done fromJson(const QJsonValue &value, RenewalQuery &query)
{
    ObjectReader r(value);
    query.view = r.text("view"_L1);
    query.scope = {r.text("station"_L1), r.text("ehr"_L1)};
    query.search = r.text("search"_L1);
    query.filter = readOptional<RenewalFilter>(r, "filter"_L1).value_or(RenewalFilter());
    query.sort = readOptional<RenewalSort>(r, "sort"_L1).value_or(RenewalSort());
    return r.done();
}

QJsonObject toJson(const FilterChoice &choice)
{
    return {{u"value"_s, choice.value}, {u"text"_s, choice.text}, {u"station"_s, choice.station}};
}

Done fromJson(const QJsonValue &value, FilterChoice &choice)
{
    ObjectReader r(value);
    choice.value = r.text("value"_L1);
    choice.text = r.text("text"_L1);
    choice.station = r.text("station"_L1);
    return r.done();
}

QJsonObject toJson(const SavedView &view)
{
    return {
        {u"id"_s, idJson(view.id)},       {u"version"_s, view.version}, {u"name"_s, view.name},
        {u"owner"_s, view.owner},         {u"own"_s, view.isOwn},       {u"shared"_s, view.isShared},
        {u"query"_s, toJson(view.query)},
    };
}

Done fromJson(const QJsonValue &value, SavedView &view)
{
    ObjectReader r(value);
    view.id = r.id<SavedViewId>("id"_L1);
    view.version = r.integer("version"_L1);
    view.name = r.text("name"_L1);
    view.owner = r.text("owner"_L1);
    view.isOwn = r.boolean("own"_L1);
    view.isShared = r.boolean("shared"_L1);
    r.need("query"_L1);
    view.query = readOptional<RenewalQuery>(r, "query"_L1).value_or(RenewalQuery());
    return r.done();
}

} // namespace renewal
