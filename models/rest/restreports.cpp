// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restreports.h"

#include "models/rest/restrenewalqueries.h"
#include "models/rest/restsystem.h"

#include <QCoreApplication>

namespace renewal {

using namespace Qt::StringLiterals;
using namespace rest;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("Rest", text);
}

QJsonValue dayJson(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

constexpr qsizetype longestSearch = 200;
constexpr qsizetype longestReason = 500;

void checkStation(ObjectReader &r, const QString &number)
{
    const StationNumber station(number);
    if (!number.isEmpty() && (!station.isValid() || station.text() != station.parent()))
        r.refuse("station"_L1,
                 say(QT_TRANSLATE_NOOP("Rest", "A station of three digits is expected, or null for all.")));
}

QString readEhr(ObjectReader &r)
{
    const auto ehr = r.word("ehr"_L1, ehrSystemFromString);
    return ehr ? toString(*ehr) : QString();
}

QVector<FieldError> readQuery(const QJsonValue &value, RenewalQuery &query)
{
    ObjectReader r(value, u"query"_s);
    query.scope.parentStation = r.text("station"_L1);
    checkStation(r, query.scope.parentStation);
    query.scope.ehr = readEhr(r);
    if (const QString view = r.text("view"_L1); !view.isEmpty())
        query.view = view;
    query.search = r.text("search"_L1);
    if (query.search.size() > longestSearch)
        r.refuse("search"_L1, say(QT_TRANSLATE_NOOP("Rest", "The search is longer than 200 characters.")));
    query.filter = readOptional<RenewalFilter>(r, "filter"_L1).value_or(RenewalFilter());
    query.sort = readOptional<RenewalSort>(r, "sort"_L1).value_or(RenewalSort());
    return r.errors();
}

QDate readDay(ObjectReader &r, QLatin1StringView name)
{
    const QString text = r.text(name);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !day.isValid())
        r.refuse(name, say(QT_TRANSLATE_NOOP("Rest", "A day is written like 2026-12-05.")));
    return day;
}
} // namespace

QJsonObject toJson(const ThroughputDay &day)
{
    return {
        {u"day"_s, dayJson(day.day)},
        {u"known"_s, day.isKnown},
        {u"received"_s, day.received},
        {u"cleared"_s, day.cleared},
        {u"medianAgeSeconds"_s, optionalJson(day.medianAge)},
        {u"oldestAgeSeconds"_s, optionalJson(day.oldestAge)},
    };
}

Done fromJson(const QJsonValue &value, ThroughputDay &day)
{
    ObjectReader r(value);
    day.day = readDay(r, "day"_L1);
    day.isKnown = r.boolean("known"_L1);
    day.received = r.integer("received"_L1);
    day.cleared = r.integer("cleared"_L1);
    day.medianAge = r.optionalInteger("medianAgeSeconds"_L1);
    day.oldestAge = r.optionalInteger("oldestAgeSeconds"_L1);
    return r.done();
}

QJsonObject toJson(const ThroughputTeam &team)
{
    return {
        {u"parentStation"_s, team.parentStation},
        {u"triageTeamId"_s, idJson(team.team)},
        {u"name"_s, team.name},
        {u"received"_s, team.received},
        {u"cleared"_s, team.cleared},
        {u"waiting"_s, team.waiting},
        {u"medianAgeSeconds"_s, optionalJson(team.medianAge)},
        {u"oldestAgeSeconds"_s, optionalJson(team.oldestAge)},
    };
}

Done fromJson(const QJsonValue &value, ThroughputTeam &team)
{
    ObjectReader r(value);
    team.parentStation = r.text("parentStation"_L1);
    team.team = r.id<TriageTeamId>("triageTeamId"_L1);
    team.name = r.text("name"_L1);
    team.received = r.integer("received"_L1);
    team.cleared = r.integer("cleared"_L1);
    team.waiting = r.integer("waiting"_L1);
    team.medianAge = r.optionalInteger("medianAgeSeconds"_L1);
    team.oldestAge = r.optionalInteger("oldestAgeSeconds"_L1);
    return r.done();
}

QJsonObject toJson(const Throughput &throughput)
{
    return {
        {u"from"_s, dayJson(throughput.from)},
        {u"to"_s, dayJson(throughput.to)},
        {u"timeZone"_s, throughput.zone},
        {u"asOf"_s, instantJson(throughput.asOf)},
        {u"received"_s, throughput.received},
        {u"cleared"_s, throughput.cleared},
        {u"waiting"_s, throughput.waiting},
        {u"medianAgeSeconds"_s, optionalJson(throughput.medianAge)},
        {u"oldestAgeSeconds"_s, optionalJson(throughput.oldestAge)},
        {u"medianClearedSeconds"_s, optionalJson(throughput.medianCleared)},
        {u"endedUnknown"_s, throughput.endedUnknown},
        {u"days"_s, listJson(throughput.days)},
        {u"teams"_s, listJson(throughput.teams)},
        {u"teamCount"_s, throughput.teamCount},
    };
}

Done fromJson(const QJsonValue &value, Throughput &throughput)
{
    ObjectReader r(value);
    throughput.from = readDay(r, "from"_L1);
    throughput.to = readDay(r, "to"_L1);
    throughput.zone = r.text("timeZone"_L1);
    throughput.asOf = r.instant("asOf"_L1);
    throughput.received = r.integer("received"_L1);
    throughput.cleared = r.integer("cleared"_L1);
    throughput.waiting = r.integer("waiting"_L1);
    throughput.medianAge = r.optionalInteger("medianAgeSeconds"_L1);
    throughput.oldestAge = r.optionalInteger("oldestAgeSeconds"_L1);
    throughput.medianCleared = r.optionalInteger("medianClearedSeconds"_L1);
    throughput.endedUnknown = r.integer("endedUnknown"_L1);
    throughput.days = readList<ThroughputDay>(r, "days"_L1);
    throughput.teams = readList<ThroughputTeam>(r, "teams"_L1);
    throughput.teamCount = r.integer("teamCount"_L1);
    return r.done();
}

QJsonObject toJson(const ThroughputQuery &query)
{
    QJsonObject json = toJson(query.scope);
    json.insert(u"from"_s, dayJson(query.from));
    json.insert(u"to"_s, dayJson(query.to));
    json.insert(u"days"_s, query.days);
    return json;
}

QVector<FieldError> readThroughputQuery(const QJsonValue &value, ThroughputQuery &query)
{
    ObjectReader r(value);
    query.scope.parentStation = r.text("station"_L1);
    checkStation(r, query.scope.parentStation);
    query.scope.ehr = readEhr(r);
    query.from = readDay(r, "from"_L1);
    query.to = readDay(r, "to"_L1);
    const qint64 days = r.optionalInteger("days"_L1).value_or(query.days);
    if (days < 1 || days > Throughput::mostDays)
        r.refuse("days"_L1, say(QT_TRANSLATE_NOOP("Rest", "Choose 1 to 366 days.")));
    query.days = int(days);
    return r.errors();
}

QJsonObject toJson(const RenewalExport &wanted)
{
    return {
        {u"query"_s, toJson(wanted.query)},
        {u"format"_s, toString(wanted.format)},
        {u"reason"_s, wanted.reason},
    };
}

QVector<FieldError> readRenewalExport(const QJsonValue &value, RenewalExport &wanted)
{
    ObjectReader r(value);
    wanted.format = r.word("format"_L1, exportFormatFromString).value_or(ExportFormat::Csv);
    wanted.reason = r.text("reason"_L1).trimmed();
    if (wanted.reason.size() > longestReason)
        r.refuse("reason"_L1, say(QT_TRANSLATE_NOOP("Rest", "The reason is longer than 500 characters.")));
    const QJsonValue query = r.object("query"_L1);
    return r.errors() + (query.isObject() ? readQuery(query, wanted.query) : QVector<FieldError>());
}

} // namespace renewal
