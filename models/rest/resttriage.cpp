// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/resttriage.h"

#include "models/rest/restrenewals.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

namespace {
constexpr int longestNote = 2000;
constexpr int longestName = 200;

QString say(const char *text)
{
    return QCoreApplication::translate("Rest", text);
}

void checkChoices(ObjectReader &r, const QVector<RenewalChoice> &choices)
{
    if (choices.isEmpty() || choices.size() > TriageRequest::maximumRenewals) {
        r.refuse("renewals"_L1, say(QT_TRANSLATE_NOOP("Rest", "Choose between 1 and %1 renewals."))
                                    .arg(TriageRequest::maximumRenewals));
    }
    QSet<qint64> ids;
    for (const RenewalChoice &choice : choices)
        ids.insert(choice.id.value);
    if (ids.size() != choices.size())
        r.refuse("renewals"_L1, say(QT_TRANSLATE_NOOP("Rest", "A renewal is named twice. Name each once.")));
}

void checkApproval(ObjectReader &r, const TriageRequest &request)
{
    if (request.order) {
        if (request.renewals.size() != 1)
            r.refuse("order"_L1, say(QT_TRANSLATE_NOOP("Rest", "An order is for one renewal alone.")));
        for (const QString &fault : {drugFault(*request.order), quantityFault(*request.order),
                                     refillsFault(*request.order), sigFault(*request.order, {})}) {
            if (!fault.isEmpty())
                r.refuse("order"_L1, fault);
        }
    }
    if (!request.gateOverride)
        return;
    const qsizetype length = request.gateOverride->reason.trimmed().size();
    if (request.gateOverride->gate.isEmpty() || length == 0)
        r.refuse("override"_L1,
                 say(QT_TRANSLATE_NOOP("Rest", "Name the check that is overridden, and say why.")));
    if (length > GateOverride::longestReason)
        r.refuse("override"_L1, say(QT_TRANSLATE_NOOP("Rest", "The reason is longer than 500 characters.")));
}

void checkEnding(ObjectReader &r, const TriageRequest &request)
{
    const bool isAmong = std::ranges::any_of(
        request.renewals, [&](const RenewalChoice &choice) { return choice.id == request.duplicateOf; });
    if (request.action == TriageAction::CloseDuplicate && (!request.duplicateOf.isValid() || isAmong))
        r.refuse("duplicateOf"_L1, say(QT_TRANSLATE_NOOP("Rest", "Choose the request that stays.")));
    if (request.action == TriageAction::Return && request.message.trimmed().isEmpty())
        r.refuse("message"_L1, say(QT_TRANSLATE_NOOP("Rest", "Say what the Veteran is asked for.")));
    if (request.message.size() > TriageRequest::longestMessage)
        r.refuse("message"_L1,
                 say(QT_TRANSLATE_NOOP("Rest", "The message is longer than 2,000 characters.")));
}

void checkAction(ObjectReader &r, const TriageRequest &request)
{
    if (request.action == TriageAction::Approve)
        checkApproval(r, request);
    checkEnding(r, request);
    if (request.action == TriageAction::Reroute && !request.reason.isEmpty() &&
        !rerouteReason(request.reason))
        r.refuse("reason"_L1, say(QT_TRANSLATE_NOOP("Rest", "Choose one of the reasons for rerouting.")));
    if (request.action == TriageAction::Reroute && !request.careTeam.isValid())
        r.refuse("triageTeamId"_L1, say(QT_TRANSLATE_NOOP("Rest", "Choose a care team to route to.")));
    if (request.action == TriageAction::Deny && !denialReason(request.reason))
        r.refuse("reason"_L1, say(QT_TRANSLATE_NOOP("Rest", "Choose one of the reasons for a denial.")));
    if (request.note.size() > longestNote)
        r.refuse("note"_L1, say(QT_TRANSLATE_NOOP("Rest", "The note is longer than 2,000 characters.")));
    if (request.assignee.size() > longestName)
        r.refuse("assignee"_L1, say(QT_TRANSLATE_NOOP("Rest", "The name is longer than 200 characters.")));
}
} // namespace

QJsonObject toJson(const RenewalChoice &choice)
{
    return {
        {u"id"_s, idJson(choice.id)},
        {u"version"_s, choice.version},
    };
}

Done fromJson(const QJsonValue &value, RenewalChoice &choice)
{
    ObjectReader r(value);
    r.need("id"_L1);
    r.need("version"_L1);
    choice.id = r.id<RenewalId>("id"_L1);
    choice.version = r.integer("version"_L1);
    return r.done();
}

QJsonObject toJson(const RenewalOrder &order)
{
    return {
        {u"drug"_s, order.drug},
        {u"sig"_s, order.sig},
        {u"quantity"_s, optionalJson(order.quantity)},
        {u"refills"_s, optionalJson(order.refills)},
    };
}

Done fromJson(const QJsonValue &value, RenewalOrder &order)
{
    ObjectReader r(value);
    order.drug = r.text("drug"_L1);
    order.sig = r.text("sig"_L1);
    order.quantity = r.optionalNumber("quantity"_L1);
    // A number that is out of reach of an int is out of every limit too.
    if (const auto refills = r.optionalInteger("refills"_L1))
        order.refills = static_cast<int>(std::clamp<qint64>(*refills, -1, RenewalOrder::mostRefills + 1));
    return r.done();
}

QJsonObject toJson(const GateOverride &gateOverride)
{
    return {
        {u"gate"_s, gateOverride.gate},
        {u"reason"_s, gateOverride.reason},
    };
}

Done fromJson(const QJsonValue &value, GateOverride &gateOverride)
{
    ObjectReader r(value);
    gateOverride.gate = r.text("gate"_L1);
    gateOverride.reason = r.text("reason"_L1);
    return r.done();
}

QJsonObject toJson(const RenewalAnswer &answer)
{
    return {
        {u"order"_s, answer.order ? QJsonValue(toJson(*answer.order)) : QJsonValue(QJsonValue::Null)},
        {u"override"_s,
         answer.gateOverride ? QJsonValue(toJson(*answer.gateOverride)) : QJsonValue(QJsonValue::Null)},
        {u"duplicateOf"_s, idJson(answer.duplicateOf)},
        {u"message"_s, answer.message},
    };
}

Done fromJson(const QJsonValue &value, RenewalAnswer &answer)
{
    ObjectReader r(value);
    answer.order = readOptional<RenewalOrder>(r, "order"_L1);
    answer.gateOverride = readOptional<GateOverride>(r, "override"_L1);
    answer.duplicateOf = r.id<RenewalId>("duplicateOf"_L1);
    answer.message = r.text("message"_L1);
    return r.done();
}

QJsonObject toJson(const TriageRequest &request)
{
    return {
        {u"action"_s, toString(request.action)},
        {u"renewals"_s, listJson(request.renewals)},
        {u"triageTeamId"_s, idJson(request.careTeam)},
        {u"assignee"_s, request.assignee},
        {u"reason"_s, request.reason},
        {u"note"_s, request.note},
        {u"order"_s, request.order ? QJsonValue(toJson(*request.order)) : QJsonValue(QJsonValue::Null)},
        {u"override"_s,
         request.gateOverride ? QJsonValue(toJson(*request.gateOverride)) : QJsonValue(QJsonValue::Null)},
        {u"message"_s, request.message},
        {u"duplicateOf"_s, idJson(request.duplicateOf)},
    };
}

QVector<FieldError> readTriage(const QJsonValue &value, TriageRequest &request)
{
    ObjectReader r(value);
    r.need("action"_L1);
    r.need("renewals"_L1);
    request.action = r.word("action"_L1, triageActionFromString).value_or(TriageAction::Route);
    request.renewals = readList<RenewalChoice>(r, "renewals"_L1);
    request.careTeam = r.id<TriageTeamId>("triageTeamId"_L1);
    request.assignee = r.text("assignee"_L1);
    request.reason = r.text("reason"_L1);
    request.note = r.text("note"_L1);
    request.order = readOptional<RenewalOrder>(r, "order"_L1);
    request.gateOverride = readOptional<GateOverride>(r, "override"_L1);
    request.message = r.text("message"_L1);
    request.duplicateOf = r.id<RenewalId>("duplicateOf"_L1);
    if (r.errors().isEmpty()) {
        checkChoices(r, request.renewals);
        checkAction(r, request);
    }
    return r.errors();
}

Done fromJson(const QJsonValue &value, TriageRequest &request)
{
    const QVector<FieldError> errors = readTriage(value, request);
    if (errors.isEmpty())
        return ok();
    return failure(ErrorCode::InvalidInput, errors.first().field + u": "_s + errors.first().text);
}

QJsonObject toJson(const TriageRefusal &refusal)
{
    return {
        {u"id"_s, idJson(refusal.id)},
        {u"code"_s, refusal.code},
        {u"text"_s, refusal.text},
    };
}

Done fromJson(const QJsonValue &value, TriageRefusal &refusal)
{
    ObjectReader r(value);
    refusal.id = r.id<RenewalId>("id"_L1);
    refusal.code = r.text("code"_L1);
    refusal.text = r.text("text"_L1);
    return r.done();
}

QJsonObject toJson(const TriageOutcome &outcome)
{
    return {
        {u"batch"_s, outcome.batch},
        {u"changed"_s, listJson(outcome.changed)},
        {u"refused"_s, listJson(outcome.refused)},
        {u"notes"_s, QJsonArray::fromStringList(outcome.notes)},
    };
}

Done fromJson(const QJsonValue &value, TriageOutcome &outcome)
{
    ObjectReader r(value);
    outcome.batch = r.text("batch"_L1);
    outcome.changed = readList<Renewal>(r, "changed"_L1);
    outcome.refused = readList<TriageRefusal>(r, "refused"_L1);
    const QJsonArray notes = r.array("notes"_L1);
    for (const auto note : notes)
        outcome.notes.append(note.toString());
    return r.done();
}

QJsonObject toJson(const RevealedPatient &patient)
{
    return {
        {u"patientKey"_s, patient.patientKey},
        {u"name"_s, patient.name},
    };
}

Done fromJson(const QJsonValue &value, RevealedPatient &patient)
{
    ObjectReader r(value);
    patient.patientKey = r.text("patientKey"_L1);
    patient.name = r.text("name"_L1);
    return r.done();
}

} // namespace renewal
