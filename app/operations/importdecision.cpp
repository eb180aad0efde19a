// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importdecision.h"

#include "app/operations/settledstate.h"
#include "app/operations/stagingtables.h"
#include "models/domain/businessclock.h"
#include "models/exchange/renewalbody.h"
#include "models/renewability/renewability.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace renewal::operations {

namespace {

bool isNewRequest(const RequestFacts &facts)
{
    if (facts.firstAsked.isValid() || facts.hasNewAnswer)
        return true;
    return !facts.hasEnded && (facts.message || (facts.prescription && asksForRenewal(*facts.prescription)));
}

/// The Veteran wrote again where all was done, and asks for nothing that could be told: a person reads it.
bool isLateAnswer(const RequestFacts &facts)
{
    return facts.hasEnded && facts.hasNewAnswer && !facts.isPending && !facts.firstAsked.isValid();
}

QDateTime requestedAt(const RequestFacts &facts, const QDateTime &now)
{
    if (facts.firstAsked.isValid() && facts.pendingSince.isValid())
        return std::min(facts.firstAsked, facts.pendingSince);
    if (facts.firstAsked.isValid())
        return facts.firstAsked;
    if (facts.pendingSince.isValid())
        return facts.pendingSince;
    return isLateAnswer(facts) && facts.answered.isValid() ? facts.answered : now;
}

void takePrescription(const Prescription &prescription, Renewal &renewal)
{
    renewal.station = prescription.station;
    renewal.prescriptionNumber = prescription.prescriptionNumber;
    renewal.drug = prescription.name;
    renewal.sig = prescription.sig;
    renewal.quantity = prescription.quantity;
    renewal.refillRemaining = prescription.refillRemaining;
    renewal.lastFilled = prescription.dispensedDate;
    renewal.expires = prescription.expirationDate;
}

void takeBody(const exchange::RenewalBody &body, Renewal &renewal)
{
    renewal.prescriptionNumber = body.prescriptionNumber;
    renewal.drug = body.medicationName;
    renewal.sig = body.instructions;
    renewal.quantity = body.quantity;
    renewal.refillRemaining = body.refillsLeft;
    if (body.lastFilled.isValid())
        renewal.lastFilled = body.lastFilled.startOfDay(QTimeZone::utc());
    if (body.expires.isValid())
        renewal.expires = body.expires.startOfDay(QTimeZone::utc());
    renewal.prescriberShown = body.provider;
}

void decideState(const RequestFacts &facts, const QString &verdictText, Renewal &renewal)
{
    const SettledState settled =
        settledState({.hasPrescription = facts.prescription.has_value(),
                      .namesPrescriber = facts.prescription && !facts.prescription->prescriber.isEmpty(),
                      .verdictText = verdictText,
                      .prescriber = facts.prescriber,
                      .status = facts.status,
                      .careTeam = facts.careTeam,
                      .careTeamName = facts.careTeamName,
                      .probability = facts.probability});
    renewal.state = settled.state;
    renewal.stateReason = settled.reason;
    renewal.careTeam = settled.careTeam;
    renewal.careTeamName = settled.careTeamName;
    renewal.careTeamProbability = settled.probability;
}
} // namespace

std::optional<Renewal> renewalOf(const RequestFacts &facts, const QDateTime &now)
{
    if (!facts.isPending && !isNewRequest(facts))
        return std::nullopt;
    Renewal renewal;
    renewal.patientKey = facts.patientKey;
    renewal.prescriptionId = facts.prescriptionId;
    renewal.ehr = facts.ehr;
    renewal.station = StationNumber(facts.parentStation);
    if (facts.message) {
        renewal.messageId = facts.message->messageId;
        renewal.sentTo = facts.message->recipientId;
        if (facts.message->station.isValid())
            renewal.station = facts.message->station;
    }
    renewal.requestedAt = requestedAt(facts, now);
    renewal.dueAt = replyDue(renewal.requestedAt, facts.zone);
    renewal.asked = std::max(facts.asked, 1);
    renewal.askedLast = facts.lastAsked;
    if (facts.isAnswered)
        renewal.answered = facts.answered.isValid() ? facts.answered : now;
    QString verdictText;
    if (facts.prescription) {
        takePrescription(*facts.prescription, renewal);
        renewal.prescriberId = facts.prescriber;
        renewal.prescriberShown =
            facts.prescriber.isValid() ? facts.prescriberShown : facts.prescription->prescriber.shown();
        // The pending order is the renewal itself: asking whether it may be renewed has no meaning.
        if (!isPendingRenewalOrder(*facts.prescription)) {
            // As of the request: what came in time is not refused because it was read late.
            const auto verdict = renewability::evaluateCurrent(*facts.prescription, renewal.requestedAt);
            renewal.verdict = verdict.stored();
            if (verdict.renewable == false)
                verdictText = verdict.text;
        }
    } else if (facts.message) {
        takeBody(exchange::readRenewalBody(facts.message->body), renewal);
    }
    decideState(facts, verdictText, renewal);
    if (isLateAnswer(facts)) {
        renewal.state = RenewalState::InReview;
        renewal.stateReason = QCoreApplication::translate(
            "Importer", "The Veteran replied after the last request had ended: read the thread.");
    }
    return renewal;
}

} // namespace renewal::operations
