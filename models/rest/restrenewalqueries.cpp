// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restrenewalqueries.h"

#include "models/domain/drugclass.h"
#include "models/domain/station.h"

#include <QCoreApplication>

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
QString wordOf(Id<Tag> id)
{
    return QString::number(id.value);
}

QString wordOf(const QString &text)
{
    return text;
}

QStringList wordsOf(const QVector<DueWindow> &windows)
{
    QStringList words;
    for (const DueWindow window : windows)
        words.append(toString(window));
    return words;
}

template <class Values>
QueryItems itemsOf(const QString &name, const Values &values)
{
    QueryItems items;
    for (const auto &value : values)
        items.append({name, wordOf(value)});
    return items;
}

template <class Tag>
QJsonArray valuesJson(const QVector<Id<Tag>> &ids)
{
    QJsonArray array;
    for (const Id<Tag> id : ids)
        array.append(id.value);
    return array;
}

QString say(const char *text)
{
    return QCoreApplication::translate("Rest", text);
}

/// `read` makes a value of one element, or tells that it is none. Nothing that was meant to narrow a list is
/// left out in silence.
template <class Value, class Read>
QVector<Value> readValues(ObjectReader &r, QLatin1StringView name, const Read &read)
{
    QVector<Value> values;
    const QJsonArray array = r.array(name);
    if (array.size() > RenewalFilter::mostValues)
        r.refuse(
            name,
            say(QT_TRANSLATE_NOOP("Rest", "There are more than %1 values.")).arg(RenewalFilter::mostValues));
    for (const auto element : array) {
        if (const std::optional<Value> value = read(QJsonValue(element)))
            values.append(*value);
        else
            r.refuse(name, say(QT_TRANSLATE_NOOP("Rest", "One of the values cannot be read.")));
    }
    return values;
}

std::optional<QString> textOf(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.isEmpty() || text.size() > 200 ? std::nullopt : std::optional(text);
}

template <class Id>
std::optional<Id> idOf(const QJsonValue &value)
{
    const Id id{value.toInteger()};
    return id.isValid() ? std::optional(id) : std::nullopt;
}
} // namespace

QueryItems rest::queryItems(const RenewalFilter &filter)
{
    return itemsOf(u"division"_s, filter.divisions) + itemsOf(u"careTeam"_s, filter.careTeams) +
           itemsOf(u"prescriber"_s, filter.prescribers) + itemsOf(u"drug"_s, filter.drugs) +
           itemsOf(u"drugClass"_s, filter.drugClasses) + itemsOf(u"due"_s, wordsOf(filter.due)) +
           QueryItems{{u"source"_s, wordOf(filter.source)}} + itemsOf(u"gate"_s, filter.gates);
}

QueryItems rest::queryItems(const ChoiceQuery &query)
{
    return QueryItems{{u"field"_s, toString(query.field)},
                      {u"view"_s, query.view},
                      {u"station"_s, query.scope.parentStation},
                      {u"ehr"_s, query.scope.ehr},
                      {u"q"_s, query.search},
                      {u"limit"_s, QString::number(query.limit)}} +
           itemsOf(u"value"_s, query.values) + queryItems(query.filter);
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
        {u"division"_s, QJsonArray::fromStringList(filter.divisions)},
        {u"careTeam"_s, valuesJson(filter.careTeams)},
        {u"prescriber"_s, valuesJson(filter.prescribers)},
        {u"drug"_s, QJsonArray::fromStringList(filter.drugs)},
        {u"drugClass"_s, QJsonArray::fromStringList(filter.drugClasses)},
        {u"due"_s, QJsonArray::fromStringList(wordsOf(filter.due))},
        {u"source"_s, wordOf(filter.source)},
        {u"gate"_s, QJsonArray::fromStringList(filter.gates)},
    };
}

Done fromJson(const QJsonValue &value, RenewalFilter &filter)
{
    ObjectReader r(value);
    filter.divisions = readValues<QString>(r, "division"_L1, [](const QJsonValue &value) {
        const auto text = textOf(value);
        return text && StationNumber(*text).isValid() ? text : std::nullopt;
    });
    filter.careTeams = readValues<TriageTeamId>(r, "careTeam"_L1, idOf<TriageTeamId>);
    filter.prescribers = readValues<PrescriberId>(r, "prescriber"_L1, idOf<PrescriberId>);
    filter.drugs = readValues<QString>(r, "drug"_L1, textOf);
    filter.drugClasses = readValues<QString>(r, "drugClass"_L1, [](const QJsonValue &value) {
        const auto text = textOf(value);
        return text && drugClass(*text) ? text : std::nullopt;
    });
    filter.due = readValues<DueWindow>(
        r, "due"_L1, [](const QJsonValue &value) { return dueWindowFromString(value.toString()); });
    filter.source = r.word("source"_L1, requestSourceFromString);
    filter.gates = readValues<QString>(r, "gate"_L1, textOf);
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
    return {{u"value"_s, choice.value},
            {u"text"_s, choice.text},
            {u"station"_s, choice.station},
            {u"count"_s, choice.count}};
}

Done fromJson(const QJsonValue &value, FilterChoice &choice)
{
    ObjectReader r(value);
    choice.value = r.text("value"_L1);
    choice.text = r.text("text"_L1);
    choice.station = r.text("station"_L1);
    choice.count = r.integer("count"_L1);
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
