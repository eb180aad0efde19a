// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restoutbox.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

namespace {
constexpr int longestNote = 2000;
constexpr int longestMessageId = 40;

QString say(const char *text)
{
    return QCoreApplication::translate("Rest", text);
}

void checkNote(ObjectReader &r, const QString &note)
{
    if (note.size() > longestNote)
        r.refuse("note"_L1, say(QT_TRANSLATE_NOOP("Rest", "The note is longer than 2,000 characters.")));
}
} // namespace

QJsonObject toJson(const OutboxItem &item)
{
    const OutboxEntry &entry = item.entry;
    return {
        {u"id"_s, idJson(entry.id)},
        {u"version"_s, entry.version},
        {u"renewal"_s, idJson(entry.renewal)},
        {u"parentStation"_s, entry.parentStation},
        {u"triageTeamId"_s, idJson(entry.careTeam)},
        {u"careTeamName"_s, entry.careTeamName},
        {u"prescriptionId"_s, entry.prescriptionId},
        {u"state"_s, toString(entry.state)},
        {u"attempts"_s, entry.attempts},
        {u"queuedAt"_s, instantJson(entry.queuedAt)},
        {u"dueAt"_s, instantJson(entry.dueAt)},
        {u"attemptedAt"_s, instantJson(entry.attemptedAt)},
        {u"settledAt"_s, instantJson(entry.settledAt)},
        {u"code"_s, entry.code},
        {u"messageId"_s, entry.messageId},
        {u"text"_s, item.text},
        {u"reference"_s, item.reference},
        {u"drug"_s, item.drug},
        {u"patientKey"_s, item.patientShown},
        {u"prescriber"_s, item.prescriber},
    };
}

Done fromJson(const QJsonValue &value, OutboxItem &item)
{
    ObjectReader r(value);
    OutboxEntry &entry = item.entry;
    entry.id = r.id<OutboxId>("id"_L1);
    entry.version = r.integer("version"_L1);
    entry.renewal = r.id<RenewalId>("renewal"_L1);
    entry.parentStation = r.text("parentStation"_L1);
    entry.careTeam = r.id<TriageTeamId>("triageTeamId"_L1);
    entry.careTeamName = r.text("careTeamName"_L1);
    entry.prescriptionId = r.text("prescriptionId"_L1);
    entry.state = r.word("state"_L1, outboxStateFromString).value_or(OutboxState::Queued);
    entry.attempts = int(std::clamp<qint64>(r.integer("attempts"_L1), 0, 1'000'000));
    entry.queuedAt = r.instant("queuedAt"_L1);
    entry.dueAt = r.instant("dueAt"_L1);
    entry.attemptedAt = r.instant("attemptedAt"_L1);
    entry.settledAt = r.instant("settledAt"_L1);
    entry.code = r.text("code"_L1);
    entry.messageId = r.text("messageId"_L1);
    item.text = r.text("text"_L1);
    item.reference = r.text("reference"_L1);
    item.drug = r.text("drug"_L1);
    item.patientShown = r.text("patientKey"_L1);
    item.prescriber = r.text("prescriber"_L1);
    return r.done();
}

QJsonObject toJson(const OutboxStatus &status)
{
    return {
        {u"connected"_s, status.isConnected},
        {u"pausedText"_s, status.pausedText},
        {u"queued"_s, status.counts.queued},
        {u"sending"_s, status.counts.sending},
        {u"failed"_s, status.counts.failed},
        {u"deadLetters"_s, status.counts.deadLetters},
        {u"unconfirmed"_s, status.counts.unconfirmed},
        {u"sentLastDay"_s, status.counts.sentLastDay},
        {u"routedEarlier"_s, status.counts.routedEarlier},
    };
}

Done fromJson(const QJsonValue &value, OutboxStatus &status)
{
    ObjectReader r(value);
    status.isConnected = r.boolean("connected"_L1);
    status.pausedText = r.text("pausedText"_L1);
    status.counts.queued = r.integer("queued"_L1);
    status.counts.sending = r.integer("sending"_L1);
    status.counts.failed = r.integer("failed"_L1);
    status.counts.deadLetters = r.integer("deadLetters"_L1);
    status.counts.unconfirmed = r.integer("unconfirmed"_L1);
    status.counts.sentLastDay = r.integer("sentLastDay"_L1);
    status.counts.routedEarlier = r.integer("routedEarlier"_L1);
    return r.done();
}

QJsonObject toJson(const RepairRequest &request)
{
    return {
        {u"version"_s, request.version},
        {u"action"_s, toString(request.action)},
        {u"messageId"_s, request.messageId},
        {u"note"_s, request.note},
    };
}

QVector<FieldError> readRepair(const QJsonValue &value, RepairRequest &request)
{
    ObjectReader r(value);
    r.need("version"_L1);
    r.need("action"_L1);
    request.version = r.integer("version"_L1);
    request.action = r.word("action"_L1, repairActionFromString).value_or(RepairAction::Retry);
    request.messageId = r.text("messageId"_L1).trimmed();
    request.note = r.text("note"_L1);
    const bool isNumber =
        std::ranges::all_of(request.messageId, [](QChar c) { return c.isLetterOrNumber() || c == u'-'; });
    if (!isNumber || request.messageId.size() > longestMessageId)
        r.refuse("messageId"_L1, say(QT_TRANSLATE_NOOP("Rest", "This is not the number of a message.")));
    checkNote(r, request.note);
    return r.errors();
}

QJsonObject toJson(const EarlierRepair &request)
{
    return {
        {u"action"_s, toString(request.action)},
        {u"note"_s, request.note},
        {u"before"_s, idJson(request.before)},
    };
}

QVector<FieldError> readEarlierRepair(const QJsonValue &value, EarlierRepair &request)
{
    ObjectReader r(value);
    r.need("action"_L1);
    request.action = r.word("action"_L1, repairActionFromString).value_or(RepairAction::Sent);
    request.note = r.text("note"_L1);
    request.before = r.id<OutboxId>("before"_L1);
    if (request.action == RepairAction::NotSent)
        r.refuse("action"_L1, say(QT_TRANSLATE_NOOP("Rest", "What was surely not sent has no such action.")));
    checkNote(r, request.note);
    return r.errors();
}

QJsonObject toJson(const EarlierOutcome &outcome)
{
    return {
        {u"done"_s, outcome.done},
        {u"refused"_s, outcome.refused},
        {u"refusal"_s, outcome.refusal},
        {u"next"_s, idJson(outcome.next)},
    };
}

Done fromJson(const QJsonValue &value, EarlierOutcome &outcome)
{
    ObjectReader r(value);
    outcome.done = int(std::clamp<qint64>(r.integer("done"_L1), 0, 1'000'000));
    outcome.refused = int(std::clamp<qint64>(r.integer("refused"_L1), 0, 1'000'000));
    outcome.refusal = r.text("refusal"_L1);
    outcome.next = r.id<OutboxId>("next"_L1);
    return r.done();
}

} // namespace renewal
