// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restcorrelations.h"

#include "models/rest/restlinkparts.h"
#include "models/rest/restteamfacts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

QJsonObject toJson(const CareTeam &team)
{
    return {
        {u"triageTeamId"_s, idJson(team.triageTeamId)},
        {u"name"_s, team.name},
        {u"station"_s, team.station.text()},
        {u"ehr"_s, toString(team.ehr)},
        {u"blocked"_s, team.blocked},
        {u"preferred"_s, team.preferred},
        {u"migratingToOh"_s, team.migratingToOh},
        {u"signatureRequired"_s, team.signatureRequired},
        {u"relationType"_s, team.relationType},
        {u"leadProviderName"_s, team.leadProviderName},
        {u"locationName"_s, team.locationName},
        {u"teamName"_s, team.teamName},
        {u"suggestedNameDisplay"_s, team.suggestedNameDisplay},
        {u"healthCareSystemName"_s, team.healthCareSystemName},
        {u"groupType"_s, team.groupType},
        {u"subGroupType"_s, team.subGroupType},
        {u"groupTypeDisplay"_s, team.groupTypeDisplay},
        {u"subGroupTypeDisplay"_s, team.subGroupTypeDisplay},
    };
}

Done fromJson(const QJsonValue &value, CareTeam &team)
{
    ObjectReader r(value);
    team.triageTeamId = r.id<TriageTeamId>("triageTeamId"_L1);
    team.name = r.text("name"_L1);
    team.station = StationNumber(r.text("station"_L1));
    team.ehr = r.word("ehr"_L1, ehrSystemFromString).value_or(EhrSystem::VistA);
    team.blocked = r.boolean("blocked"_L1);
    team.preferred = r.boolean("preferred"_L1);
    team.migratingToOh = r.boolean("migratingToOh"_L1);
    team.signatureRequired = r.boolean("signatureRequired"_L1);
    team.relationType = r.text("relationType"_L1);
    team.leadProviderName = r.text("leadProviderName"_L1);
    team.locationName = r.text("locationName"_L1);
    team.teamName = r.text("teamName"_L1);
    team.suggestedNameDisplay = r.text("suggestedNameDisplay"_L1);
    team.healthCareSystemName = r.text("healthCareSystemName"_L1);
    team.groupType = r.text("groupType"_L1);
    team.subGroupType = r.text("subGroupType"_L1);
    team.groupTypeDisplay = r.text("groupTypeDisplay"_L1);
    team.subGroupTypeDisplay = r.text("subGroupTypeDisplay"_L1);
    return r.done();
}

QJsonObject toJson(const Prescriber &prescriber)
{
    return {
        {u"id"_s, idJson(prescriber.id)},
        {u"ehr"_s, toString(prescriber.ehr)},
        {u"station"_s, prescriber.station.text()},
        {u"first"_s, prescriber.name.first},
        {u"last"_s, prescriber.name.last},
        {u"display"_s, prescriber.name.display},
        {u"extractId"_s, prescriber.extractId},
        {u"npi"_s, prescriber.npi},
        {u"divisionName"_s, prescriber.divisionName},
        {u"facilityName"_s, prescriber.facilityName},
        {u"specialty"_s, prescriber.specialty},
        {u"homonyms"_s, prescriber.homonyms},
    };
}

Done fromJson(const QJsonValue &value, Prescriber &prescriber)
{
    ObjectReader r(value);
    prescriber.id = r.id<PrescriberId>("id"_L1);
    prescriber.ehr = r.word("ehr"_L1, ehrSystemFromString).value_or(EhrSystem::VistA);
    prescriber.station = StationNumber(r.text("station"_L1));
    prescriber.name.first = r.text("first"_L1);
    prescriber.name.last = r.text("last"_L1);
    prescriber.name.display = r.text("display"_L1);
    prescriber.extractId = r.text("extractId"_L1);
    prescriber.npi = r.text("npi"_L1);
    prescriber.divisionName = r.text("divisionName"_L1);
    prescriber.facilityName = r.text("facilityName"_L1);
    prescriber.specialty = r.text("specialty"_L1);
    prescriber.homonyms = static_cast<int>(r.integer("homonyms"_L1));
    return r.done();
}

QJsonObject toJson(const Correlation &correlation)
{
    QJsonObject json{
        {u"id"_s, idJson(correlation.id)},
        {u"prescriberId"_s, idJson(correlation.prescriberId)},
        {u"ehr"_s, toString(correlation.ehr)},
        {u"parentStation"_s, correlation.parentStation},
        {u"status"_s, toString(correlation.status)},
        {u"triageTeamId"_s, idJson(correlation.careTeam)},
        {u"probability"_s, optionalJson(correlation.probability)},
        {u"validFrom"_s, instantJson(correlation.validFrom)},
        {u"validTo"_s, instantJson(correlation.validTo)},
        {u"decidedBy"_s, correlation.decidedBy},
        {u"note"_s, correlation.note},
        {u"engineVersion"_s, correlation.engineVersion},
        {u"version"_s, correlation.version},
    };
    addLinkParts(json, correlation);
    return json;
}

Done fromJson(const QJsonValue &value, Correlation &correlation)
{
    ObjectReader r(value);
    correlation.id = r.id<CorrelationId>("id"_L1);
    correlation.prescriberId = r.id<PrescriberId>("prescriberId"_L1);
    correlation.ehr = r.word("ehr"_L1, ehrSystemFromString).value_or(EhrSystem::VistA);
    correlation.parentStation = r.text("parentStation"_L1);
    correlation.status = r.word("status"_L1, correlationStatusFromString).value_or(CorrelationStatus::None);
    correlation.careTeam = r.id<TriageTeamId>("triageTeamId"_L1);
    correlation.probability = r.optionalNumber("probability"_L1);
    correlation.validFrom = r.instant("validFrom"_L1);
    correlation.validTo = r.instant("validTo"_L1);
    correlation.decidedBy = r.text("decidedBy"_L1);
    correlation.note = r.text("note"_L1);
    correlation.engineVersion = r.text("engineVersion"_L1);
    correlation.version = r.integer("version"_L1);
    readLinkParts(r, correlation);
    return r.done();
}

QJsonObject toJson(const Evidence &evidence)
{
    return {
        {u"kind"_s, evidence.kind},
        {u"bits"_s, evidence.bits},
        {u"text"_s, evidence.text},
    };
}

Done fromJson(const QJsonValue &value, Evidence &evidence)
{
    ObjectReader r(value);
    evidence.kind = r.text("kind"_L1);
    evidence.bits = r.number("bits"_L1);
    evidence.text = r.text("text"_L1);
    return r.done();
}

QJsonObject toJson(const Candidate &candidate)
{
    return {
        {u"triageTeamId"_s, idJson(candidate.careTeam)},
        {u"name"_s, candidate.careTeamName},
        {u"probability"_s, candidate.probability},
        {u"evidence"_s, listJson(candidate.evidence)},
    };
}

Done fromJson(const QJsonValue &value, Candidate &candidate)
{
    ObjectReader r(value);
    candidate.careTeam = r.id<TriageTeamId>("triageTeamId"_L1);
    candidate.careTeamName = r.text("name"_L1);
    candidate.probability = r.number("probability"_L1);
    candidate.evidence = readList<Evidence>(r, "evidence"_L1);
    return r.done();
}

QJsonObject toJson(const CandidateSet &set)
{
    return {
        {u"prescriberId"_s, idJson(set.prescriberId)},
        {u"candidates"_s, listJson(set.candidates)},
        {u"noneProbability"_s, set.noneProbability},
        {u"engineVersion"_s, set.engineVersion},
        {u"automatic"_s, set.automatic},
        {u"explanation"_s, set.explanation},
    };
}

Done fromJson(const QJsonValue &value, CandidateSet &set)
{
    ObjectReader r(value);
    set.prescriberId = r.id<PrescriberId>("prescriberId"_L1);
    set.candidates = readList<Candidate>(r, "candidates"_L1);
    set.noneProbability = r.number("noneProbability"_L1);
    set.engineVersion = r.text("engineVersion"_L1);
    set.automatic = r.boolean("automatic"_L1);
    set.explanation = r.text("explanation"_L1);
    return r.done();
}

QJsonObject toJson(const HistoryEntry &entry)
{
    return {
        {u"at"_s, instantJson(entry.at)},
        {u"actor"_s, entry.actor},
        {u"action"_s, entry.action},
        {u"text"_s, entry.text},
    };
}

Done fromJson(const QJsonValue &value, HistoryEntry &entry)
{
    ObjectReader r(value);
    entry.at = r.instant("at"_L1);
    entry.actor = r.text("actor"_L1);
    entry.action = r.text("action"_L1);
    entry.text = r.text("text"_L1);
    return r.done();
}

QJsonObject toJson(const PrescriberSummary &summary)
{
    return {
        {u"prescriber"_s, toJson(summary.prescriber)},
        {u"correlation"_s, toJson(summary.correlation)},
        {u"waiting"_s, summary.waiting},
        {u"oldestWaiting"_s, instantJson(summary.oldestWaiting)},
        {u"candidates"_s, summary.candidates},
        {u"bestProbability"_s, optionalJson(summary.bestProbability)},
    };
}

Done fromJson(const QJsonValue &value, PrescriberSummary &summary)
{
    ObjectReader r(value);
    summary.prescriber = readOptional<Prescriber>(r, "prescriber"_L1).value_or(Prescriber{});
    summary.correlation = readOptional<Correlation>(r, "correlation"_L1).value_or(Correlation{});
    summary.waiting = r.integer("waiting"_L1);
    summary.oldestWaiting = r.instant("oldestWaiting"_L1);
    summary.candidates = static_cast<int>(r.integer("candidates"_L1));
    summary.bestProbability = r.optionalNumber("bestProbability"_L1);
    return r.done();
}

QJsonObject toJson(const PrescriberDetail &detail)
{
    return {
        {u"summary"_s, toJson(detail.summary)},
        {u"patients"_s, detail.patients},
        {u"candidates"_s, toJson(detail.candidates)},
        {u"careTeams"_s, listJson(detail.careTeams)},
        {u"linkedTeam"_s,
         detail.linkedTeam ? QJsonValue(toJson(*detail.linkedTeam)) : QJsonValue(QJsonValue::Null)},
        {u"history"_s, listJson(detail.history)},
        {u"canUndo"_s, detail.canUndo},
        {u"sharedPatients"_s, sharedPatientsJson(detail)},
        {u"otherPrescribers"_s, otherPrescribersJson(detail)},
        {u"divisions"_s, listJson(detail.divisions)},
    };
}

Done fromJson(const QJsonValue &value, PrescriberDetail &detail)
{
    ObjectReader r(value);
    detail.summary = readOptional<PrescriberSummary>(r, "summary"_L1).value_or(PrescriberSummary{});
    detail.patients = r.integer("patients"_L1);
    detail.candidates = readOptional<CandidateSet>(r, "candidates"_L1).value_or(CandidateSet{});
    detail.careTeams = readList<CareTeam>(r, "careTeams"_L1);
    detail.linkedTeam = readOptional<CareTeam>(r, "linkedTeam"_L1);
    detail.history = readList<HistoryEntry>(r, "history"_L1);
    detail.canUndo = r.boolean("canUndo"_L1);
    detail.divisions = readList<DivisionWork>(r, "divisions"_L1);
    readSharedPatients(value["sharedPatients"_L1], detail);
    readOtherPrescribers(value["otherPrescribers"_L1], detail);
    return r.done();
}

QJsonObject toJson(const Decision &decision)
{
    QJsonObject json{
        {u"decision"_s, toString(decision.kind)},
        {u"triageTeamId"_s, idJson(decision.careTeam)},
        {u"note"_s, decision.note},
    };
    addDecisionParts(json, decision);
    return json;
}

QVector<FieldError> readDecision(const QJsonValue &value, Decision &decision)
{
    ObjectReader r(value);
    r.need("decision"_L1);
    decision.kind = r.word("decision"_L1, decisionKindFromString).value_or(DecisionKind::Link);
    decision.careTeam = r.id<TriageTeamId>("triageTeamId"_L1);
    decision.note = r.text("note"_L1);
    readDecisionParts(r, decision);
    if (decision.kind == DecisionKind::Link && r.errors().isEmpty()) {
        r.need("triageTeamId"_L1);
        if (r.errors().isEmpty() && !decision.careTeam.isValid())
            r.refuse("triageTeamId"_L1,
                     QCoreApplication::translate("Rest", "Choose a care team to link to."));
    }
    if (decision.note.size() > 2000)
        r.refuse("note"_L1, QCoreApplication::translate("Rest", "The note is longer than 2,000 characters."));
    return r.errors();
}

Done fromJson(const QJsonValue &value, Decision &decision)
{
    const QVector<FieldError> errors = readDecision(value, decision);
    if (errors.isEmpty())
        return ok();
    return failure(ErrorCode::InvalidInput, errors.first().field + u": "_s + errors.first().text);
}

QJsonObject toJson(const DecisionEffect &effect)
{
    return {
        {u"becomeReady"_s, effect.becomeReady},       {u"becomeNeedsTeam"_s, effect.becomeNeedsTeam},
        {u"becomeExternal"_s, effect.becomeExternal}, {u"unchanged"_s, effect.unchanged},
        {u"stayReady"_s, effect.stayReady},           {u"stayNeedsTeam"_s, effect.stayNeedsTeam},
        {u"stayExternal"_s, effect.stayExternal},     {u"later"_s, effect.later},
    };
}

Done fromJson(const QJsonValue &value, DecisionEffect &effect)
{
    ObjectReader r(value);
    effect.becomeReady = r.integer("becomeReady"_L1);
    effect.becomeNeedsTeam = r.integer("becomeNeedsTeam"_L1);
    effect.becomeExternal = r.integer("becomeExternal"_L1);
    effect.unchanged = r.integer("unchanged"_L1);
    effect.stayReady = r.integer("stayReady"_L1);
    effect.stayNeedsTeam = r.integer("stayNeedsTeam"_L1);
    effect.stayExternal = r.integer("stayExternal"_L1);
    effect.later = r.integer("later"_L1);
    return r.done();
}

QJsonObject toJson(const MatchingQuality &quality)
{
    return {
        {u"days"_s, quality.days},
        {u"automatic"_s, quality.automatic},
        {u"foundWrong"_s, quality.foundWrong},
        {u"linkedAlone"_s, quality.linkedAlone},
        {u"prescribers"_s, quality.prescribers},
    };
}

Done fromJson(const QJsonValue &value, MatchingQuality &quality)
{
    ObjectReader r(value);
    quality.days = static_cast<int>(r.integer("days"_L1));
    quality.automatic = r.integer("automatic"_L1);
    quality.foundWrong = r.integer("foundWrong"_L1);
    quality.linkedAlone = r.integer("linkedAlone"_L1);
    quality.prescribers = r.integer("prescribers"_L1);
    return r.done();
}

QJsonObject toJson(const DecisionOutcome &outcome)
{
    return {
        {u"correlation"_s, toJson(outcome.correlation)},
        {u"effect"_s, toJson(outcome.effect)},
        {u"moved"_s, listJson(outcome.moved)},
    };
}

Done fromJson(const QJsonValue &value, DecisionOutcome &outcome)
{
    ObjectReader r(value);
    outcome.correlation = readOptional<Correlation>(r, "correlation"_L1).value_or(Correlation{});
    outcome.effect = readOptional<DecisionEffect>(r, "effect"_L1).value_or(DecisionEffect{});
    outcome.moved = readList<MovedCase>(r, "moved"_L1);
    return r.done();
}

} // namespace renewal
