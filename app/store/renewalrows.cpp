// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/renewalrows.h"

namespace renewal::store::renewalrows {

using namespace Qt::StringLiterals;

QString columns()
{
    return u"renewal.id, renewal.version, renewal.state, renewal.state_reason, renewal.patient_key, "
           "renewal.station, renewal.ehr, renewal.requested_at, renewal.due_at, "
           "renewal.prescription_id, renewal.prescription_number, renewal.drug, renewal.sig, "
           "renewal.quantity, renewal.refill_remaining, renewal.last_filled_at, renewal.expires_at, "
           "renewal.prescriber_id, renewal.prescriber_shown, renewal.sent_to, renewal.care_team, "
           "renewal.care_team_name, renewal.care_team_probability, renewal.rule_version, "
           "renewal.gate, renewal.renewable, renewal.message_id, renewal.group_due_at, "
           "renewal.assignee, renewal.outcome, renewal.outcome_reason, renewal.asked, renewal.asked_last, "
           "renewal.answered_at"_s;
}

Renewal map(const Row &row)
{
    Renewal renewal;
    int column = 0;
    renewal.id.value = row.number(column++);
    renewal.version = row.number(column++);
    renewal.state = renewalStateFromString(row.text(column++)).value_or(RenewalState::NeedsRouting);
    renewal.stateReason = row.text(column++);
    renewal.patientKey = row.text(column++);
    renewal.station = StationNumber(row.text(column++));
    renewal.ehr = ehrSystemFromString(row.text(column++)).value_or(EhrSystem::VistA);
    renewal.requestedAt = row.instant(column++);
    renewal.dueAt = row.instant(column++);
    renewal.prescriptionId = row.text(column++);
    renewal.prescriptionNumber = row.text(column++);
    renewal.drug = row.text(column++);
    renewal.sig = row.text(column++);
    renewal.quantity = row.text(column++);
    renewal.refillRemaining = row.maybeInteger(column++);
    renewal.lastFilled = row.instant(column++);
    renewal.expires = row.instant(column++);
    renewal.prescriberId.value = row.number(column++);
    renewal.prescriberShown = row.text(column++);
    renewal.sentTo.value = row.number(column++);
    renewal.careTeam.value = row.number(column++);
    renewal.careTeamName = row.text(column++);
    renewal.careTeamProbability = row.maybeReal(column++);
    renewal.verdict.ruleVersion = row.text(column++);
    renewal.verdict.gate = row.text(column++);
    renewal.verdict.renewable = row.truth(column++);
    renewal.messageId = row.text(column++);
    renewal.groupDueAt = row.instant(column++);
    renewal.assignee = row.text(column++);
    renewal.outcome = row.text(column++);
    renewal.outcomeReason = row.text(column++);
    renewal.asked = row.integer(column++);
    renewal.askedLast = row.instant(column++);
    renewal.answered = row.instant(column++);
    return renewal;
}

QString insertColumns()
{
    return u"parent_station, state, state_reason, patient_key, station, ehr, requested_at, "
           "due_at, prescription_id, prescription_number, drug, sig, quantity, "
           "refill_remaining, last_filled_at, expires_at, prescriber_id, prescriber_shown, "
           "sent_to, care_team, care_team_name, care_team_probability, rule_version, gate, "
           "renewable, message_id, assignee, outcome, outcome_reason, asked, asked_last, answered_at"_s;
}

QVariantList values(const Renewal &renewal)
{
    return {renewal.station.parent(),
            toString(renewal.state),
            text(renewal.stateReason),
            text(renewal.patientKey),
            renewal.station.text(),
            toString(renewal.ehr),
            bound(renewal.requestedAt),
            bound(renewal.dueAt),
            text(renewal.prescriptionId),
            text(renewal.prescriptionNumber),
            text(renewal.drug),
            text(renewal.sig),
            text(renewal.quantity),
            bound(renewal.refillRemaining),
            bound(renewal.lastFilled),
            bound(renewal.expires),
            boundId(renewal.prescriberId),
            text(renewal.prescriberShown),
            boundId(renewal.sentTo),
            boundId(renewal.careTeam),
            text(renewal.careTeamName),
            bound(renewal.careTeamProbability),
            text(renewal.verdict.ruleVersion),
            text(renewal.verdict.gate),
            renewal.verdict.renewable ? 1 : 0,
            text(renewal.messageId),
            text(renewal.assignee),
            text(renewal.outcome),
            text(renewal.outcomeReason),
            renewal.asked,
            bound(renewal.askedLast),
            bound(renewal.answered)};
}

} // namespace renewal::store::renewalrows
