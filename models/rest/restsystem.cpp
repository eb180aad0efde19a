// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restsystem.h"

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

QJsonObject toJson(const Station &station)
{
    return {
        {u"number"_s, station.number.text()},
        {u"name"_s, station.name},
        {u"healthCareSystemName"_s, station.healthCareSystemName},
        {u"ehr"_s, toString(station.ehr)},
        {u"timeZone"_s, station.timeZone},
    };
}

Done fromJson(const QJsonValue &value, Station &station)
{
    ObjectReader r(value);
    station.number = StationNumber(r.text("number"_L1));
    station.name = r.text("name"_L1);
    station.healthCareSystemName = r.text("healthCareSystemName"_L1);
    station.ehr = r.word("ehr"_L1, ehrSystemFromString).value_or(EhrSystem::VistA);
    station.timeZone = r.text("timeZone"_L1);
    return r.done();
}

QJsonObject toJson(const AuditEvent &event)
{
    QJsonObject names;
    for (auto it = event.names.cbegin(); it != event.names.cend(); ++it)
        names.insert(it.key(), it.value());
    return {
        {u"sequence"_s, event.sequence},
        {u"at"_s, instantJson(event.at)},
        {u"actor"_s, event.actor},
        {u"action"_s, event.action},
        {u"subject"_s, event.subject},
        {u"before"_s, event.before},
        {u"after"_s, event.after},
        {u"note"_s, event.note},
        {u"previousHash"_s, QString::fromLatin1(event.previousHash.toHex())},
        {u"hash"_s, QString::fromLatin1(event.hash.toHex())},
        {u"names"_s, names},
    };
}

Done fromJson(const QJsonValue &value, AuditEvent &event)
{
    ObjectReader r(value);
    event.sequence = r.integer("sequence"_L1);
    event.at = r.instant("at"_L1);
    event.actor = r.text("actor"_L1);
    event.action = r.text("action"_L1);
    event.subject = r.text("subject"_L1);
    event.before = r.text("before"_L1);
    event.after = r.text("after"_L1);
    event.note = r.text("note"_L1);
    event.previousHash = r.hex("previousHash"_L1);
    event.hash = r.hex("hash"_L1);
    const QJsonObject names = value.toObject().value("names"_L1).toObject();
    for (auto it = names.begin(); it != names.end(); ++it)
        event.names.insert(it.key(), it.value().toString());
    return r.done();
}

QJsonObject toJson(const Job &job)
{
    return {
        {u"id"_s, job.id},
        {u"kind"_s, job.kind},
        {u"state"_s, job.state},
        {u"progress"_s, job.progress},
        {u"text"_s, job.text},
        {u"errorText"_s, job.errorText},
        {u"errorCode"_s, job.errorCode},
    };
}

Done fromJson(const QJsonValue &value, Job &job)
{
    ObjectReader r(value);
    job.id = r.text("id"_L1);
    job.kind = r.text("kind"_L1);
    job.state = r.text("state"_L1);
    job.progress = r.number("progress"_L1);
    job.text = r.text("text"_L1);
    job.errorText = r.text("errorText"_L1);
    job.errorCode = r.text("errorCode"_L1);
    return r.done();
}

QJsonObject toJson(const ServiceStatus &status)
{
    return {
        {u"version"_s, status.version},      {u"database"_s, status.database},
        {u"renewals"_s, status.renewals},    {u"prescribers"_s, status.prescribers},
        {u"careTeams"_s, status.careTeams},  {u"changeSequence"_s, status.changeSequence},
        {u"now"_s, instantJson(status.now)},
    };
}

Done fromJson(const QJsonValue &value, ServiceStatus &status)
{
    ObjectReader r(value);
    status.version = r.text("version"_L1);
    status.database = r.text("database"_L1);
    status.renewals = r.integer("renewals"_L1);
    status.prescribers = r.integer("prescribers"_L1);
    status.careTeams = r.integer("careTeams"_L1);
    status.changeSequence = r.integer("changeSequence"_L1);
    status.now = r.instant("now"_L1);
    return r.done();
}

QJsonObject toJson(const Change &change)
{
    return {
        {u"sequence"_s, change.sequence},
        {u"kind"_s, change.kind},
        {u"subject"_s, change.subject},
    };
}

Done fromJson(const QJsonValue &value, Change &change)
{
    ObjectReader r(value);
    change.sequence = r.integer("sequence"_L1);
    change.kind = r.text("kind"_L1);
    change.subject = r.text("subject"_L1);
    return r.done();
}

QJsonObject toJson(const ChangeList &list)
{
    return {
        {u"changes"_s, listJson(list.changes)},
        {u"next"_s, list.next},
    };
}

Done fromJson(const QJsonValue &value, ChangeList &list)
{
    ObjectReader r(value);
    list.changes = readList<Change>(r, "changes"_L1);
    list.next = r.integer("next"_L1);
    return r.done();
}

QJsonObject toJson(const Scope &scope)
{
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    };
    return {
        {u"station"_s, orNull(scope.parentStation)},
        {u"ehr"_s, orNull(scope.ehr)},
    };
}

Done fromJson(const QJsonValue &value, Scope &scope)
{
    ObjectReader r(value);
    scope.parentStation = r.text("station"_L1);
    scope.ehr = r.text("ehr"_L1);
    return r.done();
}

} // namespace renewal
