// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/outboxrepair.h"

#include "app/operations/sendrecord.h"
#include "app/operations/triage.h"
#include "app/store/decisionlock.h"
#include "app/store/outboxrepository.h"
#include "app/store/transaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Outbox", text);
}

/// So few that other requests need not wait long.
constexpr int earlierAtOnce = 50;

Error changedMeanwhile()
{
    return {ErrorCode::PreconditionFailed, tr("It changed meanwhile. Look at its present state first."), {}};
}

/// What the row becomes; giving up is triage's.
OutboxEntry repaired(OutboxEntry entry, const RepairRequest &request, const QDateTime &now)
{
    if (request.action == RepairAction::Sent) {
        entry.state = OutboxState::Sent;
        entry.messageId = request.messageId;
        entry.settledAt = now;
        entry.code.clear();
        entry.told.clear();
        return entry;
    }
    entry.state = OutboxState::Queued;
    entry.attempts = 0;
    entry.resends = 0;
    entry.dueAt = now;
    entry.told.clear();
    entry.code = request.action == RepairAction::Retry ? u"retried"_s : u"told_not_sent"_s;
    return entry;
}
} // namespace

/// The row, with its renewal locked as triage does it.
Result<OutboxEntry> OutboxRepair::take(const RepairRequest &request)
{
    store::OutboxRepository outbox(m_connection);
    const auto seen = outbox.find(request.id);
    if (!seen)
        return seen;
    if (const Done locked = lockRenewal(m_connection, seen->renewal); !locked)
        return failure(locked.error());
    auto entry = outbox.find(request.id);
    if (entry && entry->version != request.version)
        return failure(changedMeanwhile());
    if (entry && !isRepair(request.action, entry->state))
        return failure(ErrorCode::Conflict,
                       tr("This cannot be done to it in its present state; look at it again."));
    return entry;
}

Result<OutboxEntry> OutboxRepair::act(const RepairRequest &request, const QString &actor)
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return failure(locked.error());
    const auto entry = take(request);
    if (!entry)
        return entry;
    if (request.action == RepairAction::GiveUp) {
        const auto given = Triage(m_connection, m_clock).giveUpSending(entry->renewal, request.note, actor);
        if (!given)
            return failure(given.error());
    } else {
        const QDateTime now = m_clock.now();
        const auto recorded =
            recordSending(m_connection, repaired(*entry, request, now), now, actor, request.note);
        if (!recorded)
            return failure(recorded.error());
        if (!*recorded)
            return failure(changedMeanwhile());
    }
    auto after = store::OutboxRepository(m_connection).find(request.id);
    if (!after)
        return after;
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return after;
}

Result<EarlierOutcome> OutboxRepair::actOnEarlier(const EarlierRepair &request, const QString &actor)
{
    if (!isRepair(request.action, OutboxState::DeadLetter))
        return failure(ErrorCode::InvalidInput, tr("What was surely not sent has no such action."));
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto entries = store::OutboxRepository(m_connection).earlier(request.before, earlierAtOnce + 1);
    if (!entries)
        return failure(entries.error());
    EarlierOutcome outcome;
    const QVector<OutboxEntry> some = entries->first(std::min<qsizetype>(entries->size(), earlierAtOnce));
    for (const OutboxEntry &entry : some) {
        const auto done = act({entry.id, entry.version, request.action, {}, request.note, {}}, actor);
        if (!done && done.error().code != ErrorCode::Conflict)
            return failure(done.error());
        ++(done ? outcome.done : outcome.refused);
        if (!done)
            outcome.refusal = done.error().text;
    }
    if (some.size() < entries->size())
        outcome.next = some.constLast().id;
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return outcome;
}

} // namespace renewal::operations
