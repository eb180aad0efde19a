// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/sendrecord.h"

#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/outboxrepository.h"
#include "app/store/triagerepository.h"
#include "models/exchange/sendproblems.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Outbox", text);
}

/// What stands on the renewal in the queue; empty: what stood there remains.
QString reasonOf(const OutboxEntry &entry)
{
    switch (entry.state) {
    case OutboxState::Sent:
        return tr("Sent to %1").arg(entry.careTeamName);
    case OutboxState::DeadLetter:
        return tr("Could not be sent to %1").arg(entry.careTeamName);
    case OutboxState::Unconfirmed:
        return tr("Perhaps sent to %1, not confirmed yet").arg(entry.careTeamName);
    case OutboxState::Queued:
        return tr("Waits to be sent to %1").arg(entry.careTeamName);
    default:
        return {};
    }
}

/// The audit word; empty: it is only tried again.
QString actionOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Sent:
        return u"renewal.sent"_s;
    case OutboxState::DeadLetter:
        return u"renewal.not_sent"_s;
    case OutboxState::Unconfirmed:
        return u"renewal.unconfirmed"_s;
    case OutboxState::Queued:
        return u"renewal.sent_again"_s;
    default:
        return {};
    }
}

Done tellRenewal(store::Connection &connection, const OutboxEntry &entry, const QDateTime &now)
{
    const QString reason = reasonOf(entry);
    store::TriageRepository triage(connection);
    const auto subjects = triage.take({entry.renewal});
    if (!subjects)
        return failure(subjects.error());
    const auto newest = store::OutboxRepository(connection).look(entry.parentStation, entry.renewal);
    if (!newest)
        return failure(newest.error());
    const bool isFormer = *newest && (*newest)->id != entry.id; // it was routed anew since
    if (isFormer || reason.isEmpty() || subjects->isEmpty() ||
        subjects->constFirst().state.state != RenewalState::Routed ||
        subjects->constFirst().state.stateReason == reason)
        return ok();
    store::TriageState next = subjects->constFirst().state;
    next.stateReason = reason;
    return triage.change({entry.renewal}, next, now);
}

Done audit(store::Connection &connection, const OutboxEntry &entry, const QDateTime &now,
           const QString &actor, const QString &note)
{
    QJsonObject after{{u"careTeam"_s, entry.careTeam.value}, {u"attempts"_s, entry.attempts}};
    if (!entry.messageId.isEmpty())
        after.insert(u"message"_s, entry.messageId);
    if (!entry.code.isEmpty())
        after.insert(u"code"_s, entry.code);
    const QString told =
        entry.code.isEmpty() ? reasonOf(entry) + u'.' : exchange::sendProblem(entry.code).text;
    const auto entered = store::AuditRepository(connection)
                             .append({0,
                                      now,
                                      actor,
                                      actionOf(entry.state),
                                      u"renewal/"_s + QString::number(entry.renewal.value),
                                      QString(),
                                      QString::fromUtf8(QJsonDocument(after).toJson(QJsonDocument::Compact)),
                                      note.isEmpty() ? told : note,
                                      {},
                                      {}});
    return entered ? ok() : Done(failure(entered.error()));
}
} // namespace

Done lockRenewal(store::Connection &connection, RenewalId id)
{
    const auto taken = store::TriageRepository(connection).take({id});
    return taken ? ok() : Done(failure(taken.error()));
}

Result<bool> recordSending(store::Connection &connection, const OutboxEntry &entry, const QDateTime &now,
                           const QString &actor, const QString &note)
{
    store::OutboxRepository outbox(connection);
    const auto before = outbox.find(entry.id);
    if (!before)
        return failure(before.error());
    const auto changed = outbox.change(entry);
    if (!changed || !*changed)
        return changed;
    const bool isNews = before->state != entry.state || !note.isEmpty() ||
                        (entry.state == OutboxState::Unconfirmed && before->code != entry.code);
    if (!isNews)
        return true;
    if (const Done told = tellRenewal(connection, entry, now); !told)
        return failure(told.error());
    if (const Done logged = store::ChangeRepository(connection)
                                .add(u"renewal"_s, u"renewal/"_s + QString::number(entry.renewal.value));
        !logged)
        return failure(logged.error());
    if (actionOf(entry.state).isEmpty())
        return true;
    if (const Done entered = audit(connection, entry, now, actor, note); !entered)
        return failure(entered.error());
    return true;
}

} // namespace renewal::operations
