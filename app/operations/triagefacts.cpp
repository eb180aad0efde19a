// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/triagefacts.h"

#include "app/operations/openteam.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/outboxrepository.h"
#include "app/store/prescriptionrepository.h"
#include "models/renewability/renewability.h"

namespace renewal::operations {

Result<std::optional<Correlation>> TriageFactReader::correlation(const Renewal &renewal)
{
    if (!renewal.prescriberId.isValid())
        return std::optional<Correlation>();
    const auto known = m_correlations.constFind(renewal.prescriberId);
    if (known != m_correlations.cend())
        return std::optional(inDivision(*known, renewal.station.text()));
    const auto found = store::CorrelationRepository(m_connection).current(renewal.prescriberId);
    if (!found && found.error().code == ErrorCode::NotFound)
        return std::optional<Correlation>();
    if (!found)
        return failure(found.error());
    m_correlations.insert(renewal.prescriberId, *found);
    return std::optional(inDivision(*found, renewal.station.text()));
}

Result<std::optional<CareTeam>> TriageFactReader::team(const QString &parentStation, TriageTeamId id)
{
    if (!id.isValid())
        return std::optional<CareTeam>();
    const std::pair key(parentStation, id);
    const auto known = m_teams.constFind(key);
    if (known != m_teams.cend())
        return *known;
    const auto found = store::CareTeamRepository(m_connection).find(parentStation, QVector<TriageTeamId>{id});
    if (!found)
        return failure(found.error());
    const std::optional<CareTeam> team = found->isEmpty() ? std::nullopt : std::optional(found->constFirst());
    m_teams.insert(key, team);
    return team;
}

Result<std::optional<QString>> TriageFactReader::cutOver(const QString &parentStation)
{
    const auto known = m_cutOvers.constFind(parentStation);
    if (known != m_cutOvers.cend())
        return *known;
    const auto day = pastCutOver(m_connection, parentStation, m_now);
    if (day)
        m_cutOvers.insert(parentStation, *day);
    return day;
}

Result<TriageFactReader::Judged> TriageFactReader::judge(const Renewal &renewal)
{
    const auto prescription =
        store::PrescriptionRepository(m_connection)
            .find(renewal.ehr, renewal.station.parent(), renewal.prescriptionId, renewal.patientKey);
    if (!prescription)
        return failure(prescription.error());
    Judged judged;
    judged.former = formerOrder(renewal, *prescription);
    if (!*prescription)
        return judged;
    judged.hasPrescription = true;
    judged.namesPrescriber = !(*prescription)->prescriber.isEmpty();
    // Without a rule nothing was judged; an open answer (neither yes nor no) stands in nobody's way.
    if (const auto version = renewability::ruleVersionFromString(renewal.verdict.ruleVersion)) {
        const auto verdict = renewability::evaluate(**prescription, *version, renewal.requestedAt);
        if (verdict.renewable == false)
            judged.verdictText = verdict.text;
        judged.renewable = verdict.renewable;
        judged.gate = verdict.gate;
        judged.gateText = verdict.text;
    }
    return judged;
}

RenewalOrder formerOrder(const Renewal &renewal, const std::optional<Prescription> &prescription)
{
    RenewalOrder former{renewal.drug, renewal.sig, quantityOf(renewal.quantity), {}};
    if (prescription && prescription->fhir)
        former.refills = prescription->fhir->repeatsAllowed;
    return former;
}

Result<SettledState> TriageFactReader::settled(const Renewal &renewal)
{
    const auto judged = judge(renewal);
    if (!judged)
        return failure(judged.error());
    return settledAs(*judged, renewal);
}

Result<SettledState> TriageFactReader::linked(const Renewal &renewal)
{
    return settledAs({true, true, {}, {}, {}, {}, {}}, renewal);
}

Result<std::optional<OutboxEntry>> TriageFactReader::sending(const Renewal &renewal)
{
    if (renewal.state != RenewalState::Routed)
        return std::optional<OutboxEntry>();
    return store::OutboxRepository(m_connection).newestOf(renewal.station.parent(), renewal.id);
}

Result<SettledState> TriageFactReader::settledAs(const Judged &judged, const Renewal &renewal)
{
    const auto link = correlation(renewal);
    if (!link)
        return failure(link.error());
    SettledFacts facts{.hasPrescription = judged.hasPrescription,
                       .namesPrescriber = judged.namesPrescriber,
                       .verdictText = judged.verdictText,
                       .prescriber = renewal.prescriberId,
                       .status = CorrelationStatus::None,
                       .careTeam = {},
                       .careTeamName = {},
                       .probability = {}};
    if (*link) {
        facts.status = (*link)->status;
        facts.careTeam = (*link)->careTeam;
        facts.probability = (*link)->probability;
        const auto named = team(renewal.station.parent(), (*link)->careTeam);
        if (!named)
            return failure(named.error());
        if (*named)
            facts.careTeamName = (*named)->shownName();
    }
    return settledState(facts);
}

Done TriageFactReader::readRouting(const TriageRequest &request, const Renewal &renewal, TriageFacts &facts)
{
    const QString station = renewal.station.parent();
    const bool isReroute = request.action == TriageAction::Reroute;
    const auto found = team(station, isReroute ? request.careTeam : renewal.careTeam);
    if (!found)
        return failure(found.error());
    facts.team = *found;
    const auto day = cutOver(station);
    if (!day)
        return failure(day.error());
    facts.cutOverDay = *day;
    if (isReroute) {
        const auto addressed = team(station, renewal.sentTo);
        if (!addressed)
            return failure(addressed.error());
        facts.addressed = *addressed;
    }
    if (renewal.state != RenewalState::InReview)
        return ok();
    const auto judged = judge(renewal);
    if (!judged)
        return failure(judged.error());
    facts.mayNotBeRenewed = !judged->verdictText.isEmpty();
    return ok();
}

Done TriageFactReader::readApproval(const Renewal &renewal, TriageFacts &facts)
{
    const auto judged = judge(renewal);
    if (!judged)
        return failure(judged.error());
    facts.renewable = judged->renewable;
    facts.gate = judged->gate;
    facts.gateText = judged->gateText;
    facts.former = judged->former;
    return ok();
}

/// Nothing changes it before the transaction ends.
Result<std::optional<Renewal>> TriageFactReader::find(RenewalId id)
{
    const auto known = m_renewals.constFind(id);
    if (known != m_renewals.cend())
        return *known;
    const auto found = store::TriageRepository(m_connection).take({id});
    if (!found)
        return failure(found.error());
    const auto renewal = found->isEmpty() ? std::nullopt : std::optional(found->constFirst().renewal);
    m_renewals.insert(id, renewal);
    return renewal;
}

Result<TriageFacts> TriageFactReader::read(const TriageRequest &request, const store::TriageSubject &subject)
{
    TriageFacts facts;
    facts.subject = subject;
    const Renewal &renewal = subject.renewal;
    const auto link = correlation(renewal);
    if (!link)
        return failure(link.error());
    facts.correlation = *link;
    const auto onItsWay = sending(renewal);
    if (!onItsWay)
        return failure(onItsWay.error());
    facts.sending = *onItsWay;
    const bool isRouting = request.action == TriageAction::Route || request.action == TriageAction::Reroute;
    if (isRouting) {
        if (const Done done = readRouting(request, renewal, facts); !done)
            return failure(done.error());
    }
    if (request.action == TriageAction::Approve) {
        if (const Done done = readApproval(renewal, facts); !done)
            return failure(done.error());
    }
    if (request.action == TriageAction::CloseDuplicate) {
        const auto kept = find(request.duplicateOf);
        if (!kept)
            return failure(kept.error());
        facts.kept = *kept;
    }
    if (request.action == TriageAction::Assign && request.assignee.trimmed().isEmpty()) {
        const auto found = settled(renewal);
        if (!found)
            return failure(found.error());
        facts.settled = *found;
    }
    return facts;
}

} // namespace renewal::operations
