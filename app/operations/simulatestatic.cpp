// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/simulatestatic.h"

#include "app/operations/simulatejson.h"
#include "app/operations/simulateregion.h"

using namespace Qt::StringLiterals;

namespace renewal::operations {

namespace {
void appendPrescriber(QByteArray &buffer, const Prescriber &prescriber)
{
    JsonLine line(buffer);
    line.text("prescriberId", prescriber.extractId)
        .textOrNull("providerFirstName", prescriber.name.first)
        .textOrNull("providerLastName", prescriber.name.last);
    if (!prescriber.name.display.isEmpty())
        line.text("requesterDisplay", prescriber.name.display);
    if (!prescriber.npi.isEmpty())
        line.text("npi", prescriber.npi);
    line.text("stationNumber", prescriber.station.text());
    if (!prescriber.divisionName.isEmpty())
        line.text("divisionName", prescriber.divisionName);
    if (!prescriber.facilityName.isEmpty())
        line.text("facilityName", prescriber.facilityName);
    line.text("dataSourceSystem", toString(prescriber.ehr));
    if (!prescriber.specialty.isEmpty())
        line.text("specialty", prescriber.specialty);
    line.end();
}

QByteArray teamAttributes(const CareTeam &team)
{
    QByteArray buffer;
    JsonLine line(buffer);
    line.number("triageTeamId", team.triageTeamId.value)
        .text("name", team.name)
        .text("stationNumber", team.station.text())
        .boolean("blockedStatus", team.blocked)
        .boolean("preferredTeam", team.preferred)
        .text("relationType", team.relationType)
        .textOrNull("leadProviderName", team.leadProviderName)
        .textOrNull("locationName", team.locationName)
        .textOrNull("teamName", team.teamName)
        .textOrNull("suggestedNameDisplay", team.suggestedNameDisplay)
        .textOrNull("healthCareSystemName", team.healthCareSystemName)
        .textOrNull("groupTypeEnumVal", team.groupType)
        .textOrNull("subGroupTypeEnumVal", team.subGroupType)
        .textOrNull("groupTypePatientDisplay", team.groupTypeDisplay)
        .textOrNull("subGroupTypePatientDisplay", team.subGroupTypeDisplay)
        .boolean("ohTriageGroup", team.ehr == EhrSystem::OracleHealth)
        .boolean("migratingToOh", team.migratingToOh)
        .boolean("signatureRequired", team.signatureRequired)
        .end();
    buffer.chop(1); // the line's end
    return buffer;
}

QByteArray placeAttributes(const simulation::SimulatedStation &station, const simulation::Place &place)
{
    const bool main = place.number == station.station.number;
    QByteArray buffer;
    JsonLine line(buffer);
    line.text("uniqueId", place.number.text())
        .text("name", place.name)
        .text("facilityType", u"va_health_facility")
        .text("classification", main ? u"VA Medical Center (VAMC)" : u"Primary Care CBOC")
        .text("timeZone", place.timeZone)
        .text("healthCareSystemName", station.station.healthCareSystemName)
        .text("ehr", toString(station.station.ehr))
        .end();
    buffer.chop(1);
    return buffer;
}

/// A whole-number count of thousandths as a decimal: 1234 reads 1.234, 5000 reads 5.
void appendThousandths(QByteArray &buffer, qint64 value)
{
    appendDigits(buffer, quint64(value / 1000), 1);
    if (value % 1000 == 0)
        return;
    buffer.append('.');
    appendDigits(buffer, quint64(value % 1000), 3);
}

qint64 startMilliseconds(const simulation::Options &options)
{
    return QDateTime(options.start, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
}

constexpr qint64 hourMilliseconds = 3'600'000;

QByteArray pointList(const simulation::SimulatedMetric &metric, const simulation::SimulatedSeries &series,
                     qint64 start)
{
    QByteArray buffer("[");
    qint64 at = start;
    for (const simulation::MetricValue &value : series.values) {
        if (buffer.size() > 1)
            buffer.append(',');
        buffer.append('[').append(QByteArray::number(at)).append(".0,");
        if (value)
            appendThousandths(buffer, *value);
        else
            buffer.append("null");
        buffer.append(']');
        at += metric.stepHours * hourMilliseconds;
    }
    return buffer.append(']');
}

/// "messages per hour": the metric's unit, then what a count is per; null for a mere number.
QByteArray unitPair(const simulation::SimulatedMetric &metric)
{
    if (metric.unit.isEmpty())
        return "null";
    QByteArray unit("[{\"family\":\"simulated\",\"name\":");
    appendJsonText(unit, metric.unit);
    unit.append(",\"plural\":");
    appendJsonText(unit, metric.unit == "person"_L1 ? u"people"_s : metric.unit + u's');
    unit.append(",\"scale_factor\":1.0,\"short_name\":");
    appendJsonText(unit, metric.unit == "second"_L1 ? u"s"_s : metric.unit);
    if (metric.aggregation != "sum"_L1)
        return unit.append("},null]");
    return unit.append(metric.stepHours == 24
                           ? "},{\"family\":\"time\",\"name\":\"day\",\"plural\":\"days\","
                             "\"scale_factor\":86400.0,\"short_name\":\"day\"}]"
                           : "},{\"family\":\"time\",\"name\":\"hour\",\"plural\":\"hours\","
                             "\"scale_factor\":3600.0,\"short_name\":\"h\"}]");
}

QByteArray seriesObject(const simulation::SimulatedMetric &metric, const simulation::SimulatedSeries &series,
                        qint64 begin)
{
    const qint64 start = begin + metric.firstHour * hourMilliseconds;
    const qint64 step = metric.stepHours * hourMilliseconds;
    // A series is known by its metric's name alone, so a part of the region has a name of its own.
    const QString name = metric.key + series.suffix;
    const QString title = series.place.isEmpty() ? metric.title : metric.title + u", "_s + series.place;
    QByteArray tags("[");
    for (const QString &tag : series.tags) {
        tags.append(tags.size() > 1 ? "," : "");
        appendJsonText(tags, tag);
    }
    tags.append(']');
    QByteArray buffer;
    JsonLine line(buffer);
    line.text("metric", name)
        .text("display_name", title)
        .text("expression", metric.query)
        .text("scope", series.tags.isEmpty() ? u"*"_s : series.tags.join(u','))
        .raw("tag_set", tags)
        .text("aggr", metric.aggregation)
        .number("interval", step / 1'000)
        .number("length", series.values.size())
        .number("start", start)
        .number("end", start + series.values.size() * step - 1)
        .number("query_index", 0)
        .raw("unit", unitPair(metric))
        .raw("pointlist", pointList(metric, series, start))
        .end();
    buffer.chop(1);
    return buffer;
}

QString instantText(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODate) : QString();
}
} // namespace

QByteArray prescribersFile(const simulation::Region &region)
{
    QByteArray buffer;
    for (const simulation::SimulatedPrescriber &prescriber : region.prescribers)
        appendPrescriber(buffer, prescriber.prescriber);
    return buffer;
}

QByteArray careTeamsFile(const simulation::Region &region)
{
    QByteArray buffer("{\"data\":[\n");
    qint64 blocked = 0;
    for (const simulation::SimulatedTeam &team : region.teams) {
        if (&team != &region.teams.first())
            buffer.append(",\n");
        blocked += team.careTeam.blocked ? 1 : 0;
        JsonLine line(buffer);
        line.text("id", QString::number(team.careTeam.triageTeamId.value))
            .text("type", u"all_triage_teams")
            .raw("attributes", teamAttributes(team.careTeam))
            .end();
        buffer.chop(1);
    }
    buffer.append("\n],\"meta\":{\"sort\":{\"name\":\"ASC\"},\"associatedTriageGroups\":")
        .append(QByteArray::number(region.teams.size()))
        .append(",\"associatedBlockedTriageGroups\":")
        .append(QByteArray::number(blocked))
        .append("}}\n");
    return buffer;
}

QByteArray stationsFile(const simulation::Region &region)
{
    QByteArray buffer("{\"data\":[\n");
    bool first = true;
    for (const simulation::SimulatedStation &station : region.stations) {
        for (const simulation::Place &place : station.places) {
            buffer.append(first ? "" : ",\n");
            first = false;
            JsonLine line(buffer);
            line.text("id", u"vha_"_s + place.number.text())
                .text("type", u"facility")
                .raw("attributes", placeAttributes(station, place))
                .end();
            buffer.chop(1);
        }
    }
    return buffer.append("\n]}\n");
}

QByteArray truthFile(const simulation::Region &region, const QVector<int> &patients)
{
    QHash<qint64, const simulation::SimulatedTeam *> teams;
    for (const simulation::SimulatedTeam &team : region.teams)
        teams.insert(team.careTeam.triageTeamId.value, &team);
    QByteArray buffer(
        "prescriberId,stationNumber,triageTeamId,alsoAcceptable,kind,ambiguous,groupNaming,trap,patients\n");
    for (qsizetype i = 0; i < region.prescribers.size(); ++i) {
        const simulation::SimulatedPrescriber &prescriber = region.prescribers.at(i);
        const simulation::Truth &truth = prescriber.truth;
        QStringList others;
        for (const TriageTeamId &team : truth.alsoAcceptable)
            others.append(QString::number(team.value));
        QString naming;
        if (const auto *team = teams.value(truth.team.value))
            naming = team->namedPrescribers.contains(int(i)) ? team->groupNaming : u"none"_s;
        const QStringList fields{prescriber.prescriber.extractId,
                                 prescriber.prescriber.station.text(),
                                 truth.team.isValid() ? QString::number(truth.team.value) : QString(),
                                 others.join(u';'),
                                 truth.kind,
                                 truth.ambiguous ? u"1"_s : u"0"_s,
                                 naming,
                                 truth.traps.join(u'+'),
                                 QString::number(patients.at(i))};
        buffer.append(fields.join(u',').toUtf8()).append('\n');
    }
    return buffer;
}

QByteArray metricFile(const simulation::SimulatedMetric &metric, const simulation::Options &options)
{
    const qint64 start = startMilliseconds(options);
    QByteArray series("[\n");
    for (const simulation::SimulatedSeries &one : metric.series) {
        if (series.size() > 2)
            series.append(",\n");
        series.append(seriesObject(metric, one, start));
    }
    series.append("\n]");
    QByteArray buffer;
    JsonLine line(buffer);
    line.text("status", u"ok")
        .text("res_type", u"time_series")
        .text("query", metric.query)
        .number("from_date", start)
        .number("to_date", start + options.days * 24 * hourMilliseconds)
        .raw("group_by", "[\"station_number\"]")
        .text("message", u"")
        .raw("series", series)
        .end();
    return buffer;
}

namespace {
QByteArray signOffList(const RolloutPlan &plan)
{
    QByteArray list("[");
    for (const SignOff &signOff : plan.signOffs) {
        list.append(list.size() > 1 ? ",\n " : "\n ");
        JsonLine line(list);
        line.text("discipline", signOff.discipline)
            .text("stage", signOff.stage)
            .boolean("given", signOff.given)
            .text("by", signOff.by)
            .textOrNull("at", instantText(signOff.at))
            .text("note", signOff.note)
            .end();
        list.chop(1);
    }
    return list.append("\n]");
}

QByteArray incidentList(const RolloutPlan &plan)
{
    QByteArray list("[");
    for (const Incident &incident : plan.incidents) {
        list.append(list.size() > 1 ? ",\n " : "\n ");
        JsonLine line(list);
        line.text("at", instantText(incident.at))
            .text("severity", incident.severity)
            .text("text", incident.text)
            .text("resolution", incident.resolution)
            .end();
        list.chop(1);
    }
    return list.append("\n]");
}
} // namespace

QByteArray rolloutPlanFile(const RolloutPlan &plan)
{
    QByteArray stages("[");
    for (const RolloutStage &stage : plan.stages) {
        stages.append(stages.size() > 1 ? ",\n " : "\n ");
        JsonLine line(stages);
        line.text("name", stage.name)
            .number("percent", qint64(stage.percent))
            .text("plannedAt", instantText(stage.plannedAt))
            .textOrNull("startedAt", instantText(stage.startedAt))
            .number("minimumDays", stage.minimumDays)
            .end();
        stages.chop(1);
    }
    stages.append("\n]");
    QByteArray body;
    JsonLine line(body);
    line.text("toggle", plan.toggle)
        .text("environment", plan.environment)
        .text("downstream", plan.downstream)
        .raw("stages", stages)
        .raw("signOffs", signOffList(plan))
        .raw("incidents", incidentList(plan))
        .end();
    body.chop(1);
    return "{\"rolloutPlan\":" + body + "}\n";
}

QByteArray metaFile(const simulation::Region &region, const simulation::Options &options,
                    const SimulationReport &report)
{
    const simulation::SimulatedFault fault = simulation::simulatedFault(region, options);
    QByteArray buffer;
    JsonLine line(buffer);
    line.text("generator", u"renewal-service simulate")
        .raw("seed", QByteArray::number(options.seed))
        .date("start", options.start)
        .date("end", options.end())
        .number("stations", report.stations)
        .number("careTeams", report.careTeams)
        .number("prescribers", report.prescribers)
        .number("patients", report.patients)
        .number("prescriptions", report.prescriptions)
        .number("renewals", report.renewals)
        .number("messages", report.messages)
        .number("history", report.history)
        .text("faultStation", region.stations.at(fault.station).station.number.text())
        .end();
    return buffer;
}

} // namespace renewal::operations
