// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restrenewals.h"

#include "models/rest/restoutbox.h"

#include "models/rest/restcorrelations.h"
#include "models/rest/resttriage.h"

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

namespace {
QJsonObject verdictJson(const StoredVerdict &verdict)
{
    return {
        {u"ruleVersion"_s, verdict.ruleVersion},
        {u"gate"_s, verdict.gate},
        {u"renewable"_s, verdict.renewable},
    };
}

StoredVerdict readVerdict(const QJsonValue &value)
{
    ObjectReader r(value.isNull() || value.isUndefined() ? QJsonValue(QJsonObject()) : value);
    return {r.text("ruleVersion"_L1), r.text("gate"_L1), r.boolean("renewable"_L1)};
}

std::optional<int> smallInteger(const std::optional<qint64> &number)
{
    return number ? std::optional<int>(static_cast<int>(*number)) : std::nullopt;
}
} // namespace

QJsonObject toJson(const Renewal &renewal)
{
    return {
        {u"id"_s, idJson(renewal.id)},
        {u"version"_s, renewal.version},
        {u"state"_s, toString(renewal.state)},
        {u"stateReason"_s, renewal.stateReason},
        {u"patientKey"_s, renewal.patientKey},
        {u"patientGroup"_s, renewal.patientGroup},
        {u"station"_s, renewal.station.text()},
        {u"ehr"_s, toString(renewal.ehr)},
        {u"requestedAt"_s, instantJson(renewal.requestedAt)},
        {u"dueAt"_s, instantJson(renewal.dueAt)},
        {u"prescriptionId"_s, renewal.prescriptionId},
        {u"prescriptionNumber"_s, renewal.prescriptionNumber},
        {u"drug"_s, renewal.drug},
        {u"sig"_s, renewal.sig},
        {u"quantity"_s, renewal.quantity},
        {u"refillRemaining"_s, optionalJson(renewal.refillRemaining)},
        {u"lastFilled"_s, instantJson(renewal.lastFilled)},
        {u"expires"_s, instantJson(renewal.expires)},
        {u"prescriberId"_s, idJson(renewal.prescriberId)},
        {u"prescriberShown"_s, renewal.prescriberShown},
        {u"sentTo"_s, idJson(renewal.sentTo)},
        {u"careTeam"_s, idJson(renewal.careTeam)},
        {u"careTeamName"_s, renewal.careTeamName},
        {u"careTeamProbability"_s, optionalJson(renewal.careTeamProbability)},
        {u"verdict"_s, verdictJson(renewal.verdict)},
        {u"messageId"_s, renewal.messageId},
        {u"groupDueAt"_s, instantJson(renewal.groupDueAt)},
        {u"patientPending"_s, renewal.patientPending},
        {u"assignee"_s, renewal.assignee},
        {u"outcome"_s, renewal.outcome},
        {u"outcomeReason"_s, renewal.outcomeReason},
        {u"asked"_s, renewal.asked},
        {u"askedLast"_s, instantJson(renewal.askedLast)},
        {u"answered"_s, instantJson(renewal.answered)},
    };
}

Done fromJson(const QJsonValue &value, Renewal &renewal)
{
    ObjectReader r(value);
    renewal.id = r.id<RenewalId>("id"_L1);
    renewal.version = r.integer("version"_L1);
    renewal.state = r.word("state"_L1, renewalStateFromString).value_or(RenewalState::NeedsRouting);
    renewal.stateReason = r.text("stateReason"_L1);
    renewal.patientKey = r.text("patientKey"_L1);
    renewal.patientGroup = r.text("patientGroup"_L1);
    renewal.station = StationNumber(r.text("station"_L1));
    renewal.ehr = r.word("ehr"_L1, ehrSystemFromString).value_or(EhrSystem::VistA);
    renewal.requestedAt = r.instant("requestedAt"_L1);
    renewal.dueAt = r.instant("dueAt"_L1);
    renewal.prescriptionId = r.text("prescriptionId"_L1);
    renewal.prescriptionNumber = r.text("prescriptionNumber"_L1);
    renewal.drug = r.text("drug"_L1);
    renewal.sig = r.text("sig"_L1);
    renewal.quantity = r.text("quantity"_L1);
    renewal.refillRemaining = smallInteger(r.optionalInteger("refillRemaining"_L1));
    renewal.lastFilled = r.instant("lastFilled"_L1);
    renewal.expires = r.instant("expires"_L1);
    renewal.prescriberId = r.id<PrescriberId>("prescriberId"_L1);
    renewal.prescriberShown = r.text("prescriberShown"_L1);
    renewal.sentTo = r.id<TriageTeamId>("sentTo"_L1);
    renewal.careTeam = r.id<TriageTeamId>("careTeam"_L1);
    renewal.careTeamName = r.text("careTeamName"_L1);
    renewal.careTeamProbability = r.optionalNumber("careTeamProbability"_L1);
    renewal.verdict = readVerdict(r.object("verdict"_L1));
    renewal.messageId = r.text("messageId"_L1);
    renewal.groupDueAt = r.instant("groupDueAt"_L1);
    renewal.patientPending = static_cast<int>(r.integer("patientPending"_L1));
    renewal.assignee = r.text("assignee"_L1);
    renewal.outcome = r.text("outcome"_L1);
    renewal.outcomeReason = r.text("outcomeReason"_L1);
    renewal.asked = static_cast<int>(r.integer("asked"_L1));
    renewal.askedLast = r.instant("askedLast"_L1);
    renewal.answered = r.instant("answered"_L1);
    return r.done();
}

QJsonObject toJson(const FillRecord &fill)
{
    return {
        {u"id"_s, fill.id},
        {u"source"_s, fill.source},
        {u"status"_s, fill.status},
        {u"refillDate"_s, instantJson(fill.refillDate)},
        {u"dispensedDate"_s, instantJson(fill.dispensedDate)},
        {u"facilityName"_s, fill.facilityName},
    };
}

Done fromJson(const QJsonValue &value, FillRecord &fill)
{
    ObjectReader r(value);
    fill.id = r.text("id"_L1);
    fill.source = r.text("source"_L1);
    fill.status = r.text("status"_L1);
    fill.refillDate = r.instant("refillDate"_L1);
    fill.dispensedDate = r.instant("dispensedDate"_L1);
    fill.facilityName = r.text("facilityName"_L1);
    return r.done();
}

QJsonObject toJson(const Prescription &prescription)
{
    return {
        {u"id"_s, idJson(prescription.id)},
        {u"prescriptionId"_s, prescription.prescriptionId},
        {u"prescriptionNumber"_s, prescription.prescriptionNumber},
        {u"patientKey"_s, prescription.patientKey},
        {u"station"_s, prescription.station.text()},
        {u"ehr"_s, toString(prescription.ehr)},
        {u"prescriberFirst"_s, prescription.prescriber.first},
        {u"prescriberLast"_s, prescription.prescriber.last},
        {u"prescriberDisplay"_s, prescription.prescriber.display},
        {u"name"_s, prescription.name},
        {u"orderableItem"_s, prescription.orderableItem},
        {u"sig"_s, prescription.sig},
        {u"indication"_s, prescription.indication},
        {u"remarks"_s, prescription.remarks},
        {u"quantity"_s, prescription.quantity},
        {u"source"_s, prescription.source},
        {u"refillStatus"_s, prescription.refillStatus},
        {u"dispStatus"_s, prescription.dispStatus},
        {u"refillRemaining"_s, optionalJson(prescription.refillRemaining)},
        {u"refillable"_s, optionalJson(prescription.refillable)},
        {u"renewable"_s, optionalJson(prescription.renewable)},
        {u"notRenewableReason"_s, prescription.notRenewableReason},
        {u"orderedDate"_s, instantJson(prescription.orderedDate)},
        {u"refillDate"_s, instantJson(prescription.refillDate)},
        {u"dispensedDate"_s, instantJson(prescription.dispensedDate)},
        {u"expirationDate"_s, instantJson(prescription.expirationDate)},
        {u"renewalSubmitted"_s, instantJson(prescription.renewalSubmitted)},
        {u"divisionName"_s, prescription.divisionName},
        {u"facilityName"_s, prescription.facilityName},
        {u"fills"_s, listJson(prescription.fills)},
    };
}

Done fromJson(const QJsonValue &value, Prescription &prescription)
{
    ObjectReader r(value);
    prescription.id = r.id<PrescriptionRowId>("id"_L1);
    prescription.prescriptionId = r.text("prescriptionId"_L1);
    prescription.prescriptionNumber = r.text("prescriptionNumber"_L1);
    prescription.patientKey = r.text("patientKey"_L1);
    prescription.station = StationNumber(r.text("station"_L1));
    prescription.ehr = r.word("ehr"_L1, ehrSystemFromString).value_or(EhrSystem::VistA);
    prescription.prescriber.first = r.text("prescriberFirst"_L1);
    prescription.prescriber.last = r.text("prescriberLast"_L1);
    prescription.prescriber.display = r.text("prescriberDisplay"_L1);
    prescription.name = r.text("name"_L1);
    prescription.orderableItem = r.text("orderableItem"_L1);
    prescription.sig = r.text("sig"_L1);
    prescription.indication = r.text("indication"_L1);
    prescription.remarks = r.text("remarks"_L1);
    prescription.quantity = r.text("quantity"_L1);
    prescription.source = r.text("source"_L1);
    prescription.refillStatus = r.text("refillStatus"_L1);
    prescription.dispStatus = r.text("dispStatus"_L1);
    prescription.refillRemaining = smallInteger(r.optionalInteger("refillRemaining"_L1));
    prescription.refillable = r.optionalBoolean("refillable"_L1);
    prescription.renewable = r.optionalBoolean("renewable"_L1);
    prescription.notRenewableReason = r.text("notRenewableReason"_L1);
    prescription.orderedDate = r.instant("orderedDate"_L1);
    prescription.refillDate = r.instant("refillDate"_L1);
    prescription.dispensedDate = r.instant("dispensedDate"_L1);
    prescription.expirationDate = r.instant("expirationDate"_L1);
    prescription.renewalSubmitted = r.instant("renewalSubmitted"_L1);
    prescription.divisionName = r.text("divisionName"_L1);
    prescription.facilityName = r.text("facilityName"_L1);
    prescription.fills = readList<FillRecord>(r, "fills"_L1);
    return r.done();
}

QJsonObject toJson(const ThreadEntry &entry)
{
    return {
        {u"at"_s, instantJson(entry.at)},
        {u"part"_s, toString(entry.part)},
        {u"text"_s, entry.text},
    };
}

Done fromJson(const QJsonValue &value, ThreadEntry &entry)
{
    ObjectReader r(value);
    entry.at = r.instant("at"_L1);
    entry.part = r.word("part"_L1, threadPartFromString).value_or(ThreadPart::Asked);
    entry.text = r.text("text"_L1);
    return r.done();
}

QJsonObject toJson(const RenewalDetail &detail)
{
    return {
        {u"renewal"_s, toJson(detail.renewal)},
        {u"prescription"_s,
         detail.prescription ? QJsonValue(toJson(*detail.prescription)) : QJsonValue(QJsonValue::Null)},
        {u"ruleVersion"_s, detail.ruleVersion},
        {u"renewable"_s, optionalJson(detail.renewable)},
        {u"verdictText"_s, detail.verdictText},
        {u"gates"_s, listJson(detail.gates)},
        {u"careTeam"_s,
         detail.careTeam ? QJsonValue(toJson(*detail.careTeam)) : QJsonValue(QJsonValue::Null)},
        {u"sentTo"_s, detail.sentTo ? QJsonValue(toJson(*detail.sentTo)) : QJsonValue(QJsonValue::Null)},
        {u"routedTo"_s,
         detail.routedTo ? QJsonValue(toJson(*detail.routedTo)) : QJsonValue(QJsonValue::Null)},
        {u"careTeamReason"_s, detail.careTeamReason},
        {u"messageBody"_s, detail.messageBody},
        {u"history"_s, listJson(detail.history)},
        {u"sending"_s, detail.sending ? QJsonValue(toJson(*detail.sending)) : QJsonValue(QJsonValue::Null)},
        {u"thread"_s, listJson(detail.thread)},
        {u"others"_s, listJson(detail.others)},
        {u"former"_s, toJson(detail.former)},
        {u"gate"_s, detail.gate},
        {u"answer"_s, toJson(detail.answer)},
    };
}

Done fromJson(const QJsonValue &value, RenewalDetail &detail)
{
    ObjectReader r(value);
    detail.renewal = readOptional<Renewal>(r, "renewal"_L1).value_or(Renewal{});
    detail.prescription = readOptional<Prescription>(r, "prescription"_L1);
    detail.ruleVersion = r.text("ruleVersion"_L1);
    detail.renewable = r.optionalBoolean("renewable"_L1);
    detail.verdictText = r.text("verdictText"_L1);
    detail.gates = readList<GateResult>(r, "gates"_L1);
    detail.careTeam = readOptional<CareTeam>(r, "careTeam"_L1);
    detail.sentTo = readOptional<CareTeam>(r, "sentTo"_L1);
    detail.routedTo = readOptional<CareTeam>(r, "routedTo"_L1);
    detail.careTeamReason = r.text("careTeamReason"_L1);
    detail.messageBody = r.text("messageBody"_L1);
    detail.history = readList<HistoryEntry>(r, "history"_L1);
    detail.sending = readOptional<OutboxItem>(r, "sending"_L1);
    detail.thread = readList<ThreadEntry>(r, "thread"_L1);
    detail.others = readList<Renewal>(r, "others"_L1);
    detail.former = readOptional<RenewalOrder>(r, "former"_L1).value_or(RenewalOrder{});
    detail.gate = r.text("gate"_L1);
    detail.answer = readOptional<RenewalAnswer>(r, "answer"_L1).value_or(RenewalAnswer{});
    return r.done();
}

QJsonObject toJson(const ViewCount &count)
{
    return {
        {u"view"_s, count.view},
        {u"count"_s, count.count},
    };
}

Done fromJson(const QJsonValue &value, ViewCount &count)
{
    ObjectReader r(value);
    count.view = r.text("view"_L1);
    count.count = r.integer("count"_L1);
    return r.done();
}

QJsonObject toJson(const GateResult &gate)
{
    return {
        {u"gate"_s, gate.gate},
        {u"passed"_s, gate.passed},
        {u"text"_s, gate.text},
        {u"known"_s, gate.known},
    };
}

Done fromJson(const QJsonValue &value, GateResult &gate)
{
    ObjectReader r(value);
    gate.gate = r.text("gate"_L1);
    gate.passed = r.boolean("passed"_L1);
    gate.text = r.text("text"_L1);
    gate.known = r.boolean("known"_L1);
    return r.done();
}

} // namespace renewal
