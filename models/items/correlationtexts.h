// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/agreement.h"
#include "models/gateway/correlationsgateway.h"
#include "models/items/roles.h"

#include <QString>
#include <QStringList>

namespace renewal::items {

/// A status as the filter above the work list names it: "No team", "Check", "Auto", "By hand".
QString statusText(CorrelationStatus status);
Tone statusTone(CorrelationStatus status);
/// The chip of one prescriber: "Check 71 %", "Auto 97 %", "No team".
QString statusChip(const PrescriberSummary &summary);
/// "Station 552, 3 candidates"
QString prescriberSecondLine(const PrescriberSummary &summary);
/// "Okafor, C."; words instead of nothing.
QString prescriberName(const Prescriber &prescriber);
/// What a person decides: "Link to Blue team", "None of these is right".
QString decisionText(DecisionKind kind, const QString &careTeam);
/// What holds now: "Linked to Blue team by M. Reyes"; the team's name may be empty.
QString correlationText(const Correlation &correlation, const QString &careTeam);
/// What a decision means for later, one quiet line; empty when there is nothing to say.
QString laterText(DecisionKind kind, const PrescriberDetail &detail);
/// "OKAFOR agrees; C agrees in part": the marks of a text for those who do not see them; empty without any.
QString agreementText(const correlation::MarkedText &text);
/// One mark in words: "agrees".
QString agreementWord(correlation::Agreement agreement);
/// What a decision does, one sentence a line, the most important first.
QStringList effectLines(const DecisionEffect &effect);
/// The same of a decision that was taken, in one line, with the other cases it moved: the first three by
/// name.
QString outcomeText(const DecisionOutcome &outcome);
/// The same without those that no decision moves.
QStringList movedLines(const DecisionEffect &effect);
/// "2 stay: not renewable, or in review"; empty when there are none.
QString beyondText(const DecisionEffect &effect);
/// How many renewals wait for the decision, or what became of them: the line below the prescriber's name.
QString waitingText(const PrescriberSummary &summary, const QDateTime &now);
/// What would take a candidate below the certainty at which matching links by itself, or up to it, one
/// sentence; empty when nothing would, or for none.
QString counterfactualText(const CandidateSet &set, qsizetype candidate);

} // namespace renewal::items
