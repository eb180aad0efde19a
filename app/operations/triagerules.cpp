// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/triagerules.h"

#include "app/operations/openteam.h"
#include "app/operations/outboxtexts.h"
#include "app/operations/outcomerules.h"
#include "models/domain/triagemoves.h"

#include <QCoreApplication>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::TriageState;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Triage", text);
}

/// Hands it to the team; nothing is sent from here.
TriagePlan routeTo(const TriageFacts &facts, const CareTeam &team)
{
    TriageState next = facts.subject.state;
    next.state = RenewalState::Routed;
    next.stateReason = tr("Waits to be sent to %1").arg(team.shownName());
    next.assignee.clear();
    next.routedTo = team.triageTeamId;
    next.routedToName = team.shownName();
    return {next, tr("Routed to %1.").arg(team.shownName()), {}};
}

TriagePlan routeIfOpen(const TriageFacts &facts, const CareTeam &team)
{
    const QString why = whyClosed(team, facts.cutOverDay);
    return why.isEmpty() ? routeTo(facts, team) : refuse(facts, u"care_team_closed"_s, why);
}

/// Whether the team reads what is asked for in the renewal's record system. What VistA began, a station that
/// went to Oracle Health finishes there.
bool worksInItsRecords(const CareTeam &team, const TriageFacts &facts)
{
    return team.ehr == facts.subject.renewal.ehr || (facts.cutOverDay && team.ehr == EhrSystem::OracleHealth);
}

TriagePlan planRoute(const TriageFacts &facts, const QDateTime &now)
{
    const Renewal &renewal = facts.subject.renewal;
    switch (renewal.state) {
    case RenewalState::ReadyToRoute:
        break;
    case RenewalState::InReview:
        if (facts.mayNotBeRenewed)
            return notRenewable(facts);
        break;
    case RenewalState::NeedsRouting:
    case RenewalState::External:
        return refuse(facts, u"no_care_team"_s,
                      tr("It has no care team: link its prescriber, or choose a team to route it to."));
    case RenewalState::NotRenewable:
        return notRenewable(facts);
    case RenewalState::Returned:
        return notAllowed(facts, tr("It was sent back to the Veteran and waits for the answer."));
    case RenewalState::Routed:
    case RenewalState::Closed:
        return ended(facts);
    }
    if (!renewal.careTeam.isValid() || !facts.correlation || !isLinked(facts.correlation->status))
        return refuse(facts, u"no_care_team"_s,
                      tr("It has no care team: link its prescriber, or choose a team to route it to."));
    if (facts.correlation->careTeam != renewal.careTeam)
        return refuse(facts, u"conflict"_s,
                      tr("Its prescriber is linked to another care team now. Look at it again first."));
    if (facts.correlation->validTo.isValid() && facts.correlation->validTo <= now)
        return refuse(facts, u"no_care_team"_s,
                      tr("The link of its prescriber was valid for a limited time, which is over."));
    if (!facts.team)
        return refuse(facts, u"care_team_closed"_s, tr("Its care team is not known any more."));
    return routeIfOpen(facts, *facts.team);
}

TriagePlan planReroute(const TriageRequest &request, const TriageFacts &facts)
{
    const Renewal &renewal = facts.subject.renewal;
    if (renewal.state == RenewalState::Closed)
        return ended(facts);
    if (renewal.state == RenewalState::NotRenewable ||
        (renewal.state == RenewalState::InReview && facts.mayNotBeRenewed))
        return notRenewable(facts);
    if (renewal.state == RenewalState::Routed && facts.subject.state.routedTo == request.careTeam)
        return notAllowed(facts, tr("It waits to be sent to this care team already."));
    if (facts.sending) {
        if (const auto refused = refusedAsSent(*facts.sending))
            return {{}, {}, *refused};
    }
    if (!facts.team) {
        return notAllowed(facts, tr("Care team %1 is not one of station %2; choose one of that station.")
                                     .arg(request.careTeam.value)
                                     .arg(renewal.station.parent()));
    }
    if (!worksInItsRecords(*facts.team, facts)) {
        return notAllowed(
            facts,
            tr("%1 works in another record system than this prescription.").arg(facts.team->shownName()));
    }
    TriagePlan plan = routeIfOpen(facts, *facts.team);
    if (!plan.next)
        return plan;
    if (const auto reason = rerouteReason(request.reason))
        plan.told = tr("Rerouted to %1: %2.").arg(facts.team->shownName(), reason->text);
    // Nothing can be sent to a care team from here but the Veteran's own message.
    if (facts.addressed && facts.addressed->triageTeamId != facts.team->triageTeamId)
        plan.tell = facts.addressed->shownName();
    return plan;
}

TriagePlan planAssign(const TriageRequest &request, const TriageFacts &facts)
{
    const TriageState &present = facts.subject.state;
    if (!mayMove(TriageAction::Assign, present.state))
        return ended(facts);
    const bool isTaken = present.state == RenewalState::InReview;
    const QString assignee = request.assignee.trimmed();
    if (assignee.isEmpty()) {
        if (!isTaken)
            return notAllowed(facts, tr("Nobody has taken it."));
        return {waiting(facts.settled), tr("Given back to the queue."), {}};
    }
    if (isTaken && present.assignee == assignee)
        return notAllowed(facts, tr("%1 has taken it already.").arg(assignee));
    TriageState next = present;
    next.state = RenewalState::InReview;
    next.stateReason = tr("With %1").arg(assignee);
    next.assignee = assignee;
    return {next, tr("Assigned to %1.").arg(assignee), {}};
}

} // namespace

store::TriageState waiting(const SettledState &settled)
{
    TriageState state;
    state.state = settled.state;
    state.stateReason = settled.reason;
    state.careTeam = settled.careTeam;
    state.careTeamName = settled.careTeamName;
    state.careTeamProbability = settled.probability;
    return state;
}

TriagePlan planTriage(const TriageRequest &request, const TriageFacts &facts, const QDateTime &now)
{
    switch (request.action) {
    case TriageAction::Route:
        return planRoute(facts, now);
    case TriageAction::Reroute:
        return planReroute(request, facts);
    case TriageAction::Assign:
        return planAssign(request, facts);
    case TriageAction::Deny:
        return planDenial(request, facts);
    case TriageAction::Approve:
        return planApproval(request, facts);
    case TriageAction::Return:
        return planReturn(request, facts);
    case TriageAction::CloseDuplicate:
        return planDuplicate(request, facts);
    case TriageAction::Withdraw:
        return planWithdrawal(facts);
    }
    return {};
}

} // namespace renewal::operations
