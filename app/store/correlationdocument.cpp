// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/correlationdocument.h"

#include "app/store/jsonparts.h"

#include <QJsonDocument>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
QJsonObject toJson(const Candidate &candidate)
{
    QJsonObject json;
    json::put(json, "triageTeamId", candidate.careTeam.value);
    json::put(json, "name", candidate.careTeamName);
    json::put(json, "probability", std::optional(candidate.probability));
    QJsonArray evidence;
    for (const Evidence &piece : candidate.evidence)
        evidence.append(
            QJsonObject{{u"kind"_s, piece.kind}, {u"bits"_s, piece.bits}, {u"text"_s, piece.text}});
    json::put(json, "evidence", evidence);
    return json;
}

Candidate candidateFromJson(const QJsonObject &json)
{
    Candidate candidate;
    json::take(json, "triageTeamId", candidate.careTeam.value);
    json::take(json, "name", candidate.careTeamName);
    candidate.probability = json.value("probability"_L1).toDouble();
    const QJsonArray evidence = json.value("evidence"_L1).toArray();
    for (const auto &piece : evidence)
        candidate.evidence.append(
            {piece["kind"_L1].toString(), piece["bits"_L1].toDouble(), piece["text"_L1].toString()});
    return candidate;
}

QJsonObject toJson(const PlannedLink &planned)
{
    QJsonObject json;
    json::put(json, "plannedTeam", planned.careTeam.value);
    json::put(json, "plannedName", planned.careTeamName);
    json::put(json, "plannedFrom", planned.validFrom);
    json::put(json, "plannedTo", planned.validTo);
    json::put(json, "plannedBy", planned.decidedBy);
    json::put(json, "plannedReason", planned.reason);
    json::put(json, "plannedNote", planned.note);
    return json;
}

PlannedLink plannedFromJson(const QJsonObject &json)
{
    PlannedLink planned;
    json::take(json, "plannedTeam", planned.careTeam.value);
    json::take(json, "plannedName", planned.careTeamName);
    json::take(json, "plannedFrom", planned.validFrom);
    json::take(json, "plannedTo", planned.validTo);
    json::take(json, "plannedBy", planned.decidedBy);
    json::take(json, "plannedReason", planned.reason);
    json::take(json, "plannedNote", planned.note);
    return planned;
}

void putParts(QJsonObject &json, const Correlation &correlation)
{
    json::put(json, "reason", correlation.reason);
    json::put(json, "teamName", correlation.grounds.careTeamName);
    json::put(json, "prescriberStation", correlation.grounds.station);
    json::put(json, "changeKind", correlation.change.kind);
    json::put(json, "changeBefore", correlation.change.before);
    json::put(json, "changeAfter", correlation.change.after);
    if (correlation.planned)
        json.insert(u"planned"_s, toJson(*correlation.planned));
    QJsonArray divisions;
    for (const DivisionTeam &one : correlation.divisions) {
        QJsonObject division{{u"division"_s, one.division}};
        if (one.careTeam.isValid())
            json::put(division, "triageTeamId", one.careTeam.value);
        json::put(division, "name", one.careTeamName);
        json::put(division, "decidedBy", one.decidedBy);
        divisions.append(division);
    }
    json::put(json, "divisions", divisions);
}

void takeParts(const QJsonObject &json, Correlation &correlation)
{
    json::take(json, "reason", correlation.reason);
    json::take(json, "teamName", correlation.grounds.careTeamName);
    json::take(json, "prescriberStation", correlation.grounds.station);
    json::take(json, "changeKind", correlation.change.kind);
    json::take(json, "changeBefore", correlation.change.before);
    json::take(json, "changeAfter", correlation.change.after);
    if (json.contains("planned"_L1))
        correlation.planned = plannedFromJson(json.value("planned"_L1).toObject());
    const QJsonArray divisions = json.value("divisions"_L1).toArray();
    for (const auto &value : divisions) {
        const QJsonObject division = value.toObject();
        DivisionTeam one;
        json::take(division, "division", one.division);
        json::take(division, "triageTeamId", one.careTeam.value);
        json::take(division, "name", one.careTeamName);
        json::take(division, "decidedBy", one.decidedBy);
        correlation.divisions.append(one);
    }
}
} // namespace

QByteArray toDocument(const std::optional<PlannedLink> &planned)
{
    return planned ? QJsonDocument(toJson(*planned)).toJson(QJsonDocument::Compact) : QByteArray();
}

std::optional<PlannedLink> plannedFromDocument(const QByteArray &document)
{
    if (document.isEmpty())
        return std::nullopt;
    const auto parsed = json::parseObject(document);
    return parsed ? std::optional(plannedFromJson(*parsed)) : std::nullopt;
}

QByteArray toDocument(const Correlation &correlation)
{
    QJsonObject json;
    json::put(json, "id", correlation.id.value);
    json::put(json, "prescriberId", correlation.prescriberId.value);
    json::put(json, "ehr", toString(correlation.ehr));
    json::put(json, "parentStation", correlation.parentStation);
    json::put(json, "status", toString(correlation.status));
    if (correlation.careTeam.isValid())
        json::put(json, "triageTeamId", correlation.careTeam.value);
    json::put(json, "probability", correlation.probability);
    json::put(json, "validFrom", correlation.validFrom);
    json::put(json, "validTo", correlation.validTo);
    json::put(json, "decidedBy", correlation.decidedBy);
    json::put(json, "note", correlation.note);
    json::put(json, "engineVersion", correlation.engineVersion);
    json::put(json, "version", correlation.version);
    putParts(json, correlation);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Correlation> correlationFromDocument(const QByteArray &document)
{
    const auto parsed = json::parseObject(document);
    if (!parsed)
        return failure(parsed.error());
    const QJsonObject &json = *parsed;
    Correlation correlation;
    json::take(json, "id", correlation.id.value);
    json::take(json, "prescriberId", correlation.prescriberId.value);
    correlation.ehr = ehrSystemFromString(json.value("ehr"_L1).toString()).value_or(EhrSystem::VistA);
    json::take(json, "parentStation", correlation.parentStation);
    correlation.status =
        correlationStatusFromString(json.value("status"_L1).toString()).value_or(CorrelationStatus::None);
    json::take(json, "triageTeamId", correlation.careTeam.value);
    json::take(json, "probability", correlation.probability);
    json::take(json, "validFrom", correlation.validFrom);
    json::take(json, "validTo", correlation.validTo);
    json::take(json, "decidedBy", correlation.decidedBy);
    json::take(json, "note", correlation.note);
    json::take(json, "engineVersion", correlation.engineVersion);
    json::take(json, "version", correlation.version);
    takeParts(json, correlation);
    return correlation;
}

QByteArray toDocument(const QVector<Candidate> &candidates)
{
    QJsonArray json;
    for (const Candidate &candidate : candidates)
        json.append(toJson(candidate));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<QVector<Candidate>> candidatesFromDocument(const QByteArray &document)
{
    const auto parsed = json::parseArray(document);
    if (!parsed)
        return failure(parsed.error());
    QVector<Candidate> candidates;
    for (const auto &one : *parsed)
        candidates.append(candidateFromJson(one.toObject()));
    return candidates;
}

} // namespace renewal::store
