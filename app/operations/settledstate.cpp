// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/settledstate.h"

#include <QCoreApplication>

namespace renewal::operations {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ImportDecision", text);
}

/// Why no care team can be named for a prescriber with this status.
QString unlinkedReason(CorrelationStatus status)
{
    switch (status) {
    case CorrelationStatus::Suggested:
        return tr("Matching suggests care teams for this prescriber; a person must decide.");
    case CorrelationStatus::Refused:
        return tr("Staff found none of the suggested care teams right.");
    case CorrelationStatus::Stale:
        return tr("The care team of this prescriber no longer holds.");
    case CorrelationStatus::None:
    case CorrelationStatus::Automatic:
    case CorrelationStatus::Manual:
    case CorrelationStatus::External:
        break;
    }
    return tr("No care team is known for this prescriber.");
}
} // namespace

SettledState settledState(const SettledFacts &facts)
{
    SettledState settled;
    if (!facts.hasPrescription) {
        settled.reason = tr("The prescription has not arrived; the details are from the Veteran's message.");
        return settled;
    }
    if (!facts.verdictText.isEmpty()) {
        settled.state = RenewalState::NotRenewable;
        settled.reason = facts.verdictText;
        return settled;
    }
    if (!facts.prescriber.isValid()) {
        settled.reason = facts.namesPrescriber ? tr("Two prescribers at this station share this name.")
                                               : tr("The prescription names no prescriber.");
        return settled;
    }
    if (facts.status == CorrelationStatus::External) {
        settled.state = RenewalState::External;
    } else if (isLinked(facts.status) && facts.careTeam.isValid()) {
        settled.state = RenewalState::ReadyToRoute;
        settled.careTeam = facts.careTeam;
        settled.careTeamName = facts.careTeamName;
        settled.probability = facts.probability;
    } else {
        settled.reason = unlinkedReason(facts.status);
    }
    return settled;
}

} // namespace renewal::operations
