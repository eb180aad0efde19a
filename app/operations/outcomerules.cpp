// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/outcomerules.h"

#include "models/domain/triagemoves.h"

#include <QCoreApplication>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::TriageState;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Outcome)
};

/// Nobody has it in hand any more, and nothing of an earlier answer stays.
TriageState closed(const TriageFacts &facts, RenewalOutcome outcome)
{
    TriageState next = facts.subject.state;
    next.state = RenewalState::Closed;
    next.stateReason.clear();
    next.assignee.clear();
    next.outcome = toString(outcome);
    next.outcomeReason.clear();
    next.answer = {};
    return next;
}

/// The counts, which are no patient data: "60 instead of 30, 3 refills".
QString countsText(const RenewalOrder &former, const RenewalOrder &given)
{
    const QString count = former.quantity && former.quantity != given.quantity
                              ? Texts::tr("%1 instead of %2", "counts")
                                    .arg(quantityText(*given.quantity), quantityText(*former.quantity))
                              : quantityText(given.quantity.value_or(0));
    return Texts::tr("%1, %n refill(s)", "count, refills", given.refills.value_or(0)).arg(count);
}

QString approvalText(RenewalOutcome outcome, const QString &counts)
{
    switch (outcome) {
    case RenewalOutcome::ApprovedWithChanges:
        return Texts::tr("Approved with changes: %1.").arg(counts);
    case RenewalOutcome::Replaced:
        return Texts::tr("Replaced by another order: %1.").arg(counts);
    case RenewalOutcome::Approved:
    case RenewalOutcome::Denied:
    case RenewalOutcome::Duplicate:
    case RenewalOutcome::Withdrawn:
        break;
    }
    return Texts::tr("Approved: %1.").arg(counts);
}

/// The gate that stands in the way of an approval; empty: none.
QString gateInTheWay(const TriageFacts &facts)
{
    if (facts.renewable == true)
        return {};
    return facts.renewable ? facts.gate : QString::fromLatin1(notFullyChecked);
}

TriagePlan overrideNeeded(const TriageFacts &facts, const QString &gate)
{
    const QString why = facts.renewable
                            ? Texts::tr("It does not pass its checks: %1").arg(facts.gateText)
                            : Texts::tr("It is not fully checked: the delivered data do not tell whether it "
                                        "may be renewed.");
    return refuse(
        facts, u"override_needed"_s,
        Texts::tr("%1 To approve it, name that check (%2) and say why.", "why, gate").arg(why, gate));
}
} // namespace

TriagePlan refuse(const TriageFacts &facts, const QString &code, const QString &text)
{
    return {{}, {}, {facts.subject.renewal.id, code, text}, {}};
}

TriagePlan notAllowed(const TriageFacts &facts, const QString &text)
{
    return refuse(facts, u"not_allowed"_s, text);
}

TriagePlan ended(const TriageFacts &facts)
{
    return notAllowed(facts, facts.subject.state.state == RenewalState::Routed
                                 ? Texts::tr("It is routed already; take that back first.")
                                 : Texts::tr("It is closed already."));
}

TriagePlan notRenewable(const TriageFacts &facts)
{
    return notAllowed(facts,
                      Texts::tr("The prescription may not be renewed: deny it, or assign it to somebody."));
}

TriagePlan planDenial(const TriageRequest &request, const TriageFacts &facts)
{
    if (!mayMove(TriageAction::Deny, facts.subject.state.state))
        return ended(facts);
    const auto reason = denialReason(request.reason);
    if (!reason)
        return notAllowed(facts, Texts::tr("A denial needs one of the known reasons."));
    TriageState next = closed(facts, RenewalOutcome::Denied);
    next.stateReason = reason->text;
    next.outcomeReason = reason->code;
    return {next, Texts::tr("Denied: %1.").arg(reason->text), {}, {}};
}

TriagePlan planApproval(const TriageRequest &request, const TriageFacts &facts)
{
    if (!mayMove(TriageAction::Approve, facts.subject.state.state))
        return ended(facts);
    RenewalOrder given = request.order.value_or(facts.former);
    if (!request.order && !given.refills)
        given.refills = 0; // none were asked for, and nobody gave any
    if (const QString fault = orderFault(given, facts.former); !fault.isEmpty())
        return notAllowed(facts, request.order
                                     ? fault
                                     : Texts::tr("As it was it cannot be approved: %1", "why").arg(fault));
    const QString gate = gateInTheWay(facts);
    const bool isOverridden = request.gateOverride && request.gateOverride->gate == gate &&
                              !request.gateOverride->reason.trimmed().isEmpty();
    if (!gate.isEmpty() && !isOverridden)
        return overrideNeeded(facts, gate);
    const RenewalOutcome outcome = outcomeOf(facts.former, given);
    TriageState next = closed(facts, outcome);
    next.answer.order = given;
    QString told = approvalText(outcome, countsText(facts.former, given));
    next.stateReason = told;
    if (!gate.isEmpty()) {
        next.answer.gateOverride = request.gateOverride;
        told += u' ' + Texts::tr("A check was overridden: %1.").arg(gate);
    }
    return {next, told, {}, {}};
}

TriagePlan planReturn(const TriageRequest &request, const TriageFacts &facts)
{
    const RenewalState state = facts.subject.state.state;
    if (state == RenewalState::Returned)
        return notAllowed(facts, Texts::tr("It was sent back to the Veteran and waits for the answer."));
    if (!mayMove(TriageAction::Return, state))
        return ended(facts);
    if (request.message.trimmed().isEmpty())
        return notAllowed(facts, Texts::tr("Say what the Veteran is asked for."));
    TriageState next = facts.subject.state;
    next.state = RenewalState::Returned;
    next.stateReason = Texts::tr("Waits for the Veteran's answer");
    next.assignee.clear();
    next.answer = {};
    next.answer.message = request.message.trimmed();
    return {next, Texts::tr("Returned to the Veteran for more."), {}, {}};
}

TriagePlan planDuplicate(const TriageRequest &request, const TriageFacts &facts)
{
    if (!mayMove(TriageAction::CloseDuplicate, facts.subject.state.state))
        return ended(facts);
    const Renewal &renewal = facts.subject.renewal;
    const bool isOfSamePatient = facts.kept && !renewal.patientKey.isEmpty() &&
                                 facts.kept->patientKey == renewal.patientKey &&
                                 facts.kept->station.parent() == renewal.station.parent();
    if (!isOfSamePatient || facts.kept->id == renewal.id || request.duplicateOf != facts.kept->id)
        return notAllowed(facts, Texts::tr("Choose another request of the same patient at this station."));
    const auto end = renewalOutcomeFromString(facts.kept->outcome);
    const bool isAnswered = end == RenewalOutcome::Approved || end == RenewalOutcome::ApprovedWithChanges ||
                            end == RenewalOutcome::Replaced;
    if (facts.kept->state == RenewalState::Closed && !isAnswered)
        return notAllowed(facts, Texts::tr("The other request is closed and does not stand for this one."));
    TriageState next = closed(facts, RenewalOutcome::Duplicate);
    next.stateReason = Texts::tr("Another request stands for it");
    next.answer.duplicateOf = facts.kept->id;
    return {next, Texts::tr("Closed as a duplicate."), {}, {}};
}

TriagePlan planWithdrawal(const TriageFacts &facts)
{
    if (!mayMove(TriageAction::Withdraw, facts.subject.state.state))
        return ended(facts);
    TriageState next = closed(facts, RenewalOutcome::Withdrawn);
    next.stateReason = Texts::tr("The Veteran does not want it any more");
    return {next, Texts::tr("Closed: the Veteran withdrew it."), {}, {}};
}

} // namespace renewal::operations
