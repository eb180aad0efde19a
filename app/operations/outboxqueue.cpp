// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/outboxqueue.h"

#include "app/operations/outboxtexts.h"
#include "app/store/outboxrepository.h"

#include <QCoreApplication>
#include <QUuid>

#include <utility>

namespace renewal::operations {

using store::TriageState;

Done OutboxQueue::follow(const store::TriageSubject &before, const TriageState &next, const QDateTime &now)
{
    const bool wasRouted = before.state.state == RenewalState::Routed;
    const bool isRouted = next.state == RenewalState::Routed;
    if (wasRouted && isRouted && before.state.routedTo == next.routedTo)
        return ok();
    if (wasRouted) {
        if (const Done cancelled = cancel(before.renewal, now); !cancelled)
            return cancelled;
    }
    return isRouted && next.routedTo.isValid() ? queue(before.renewal, next, now) : ok();
}

Done OutboxQueue::cancel(const Renewal &renewal, const QDateTime &now)
{
    store::OutboxRepository outbox(m_connection);
    const auto found = outbox.newestOf(renewal.station.parent(), renewal.id);
    if (!found)
        return failure(found.error());
    if (!*found || (*found)->state == OutboxState::Cancelled)
        return ok();
    OutboxEntry entry = **found;
    if (const auto sent = refusedAsSent(entry))
        return failure(ErrorCode::Conflict, sent->text);
    entry.state = OutboxState::Cancelled;
    entry.settledAt = now;
    const auto changed = outbox.change(entry);
    if (!changed)
        return failure(changed.error());
    // Locked since it was read, so that nobody can have been faster.
    return *changed ? ok()
                    : Done(failure(ErrorCode::Internal,
                                   QCoreApplication::translate(
                                       "Outbox", "The message to be sent changed meanwhile. Try again.")));
}

/// The key tells this routing from every other, also after a database was restored from a copy.
Done OutboxQueue::queue(const Renewal &renewal, const TriageState &next, const QDateTime &now)
{
    OutboxEntry entry;
    entry.renewal = renewal.id;
    entry.parentStation = renewal.station.parent();
    entry.careTeam = next.routedTo;
    entry.careTeamName = next.routedToName;
    entry.prescriptionId = renewal.prescriptionId;
    entry.sendKey = QUuid::createUuid().toString(QUuid::Id128);
    entry.queuedAt = now;
    entry.dueAt = now;
    m_queued.append(entry);
    return ok();
}

Done OutboxQueue::flush()
{
    return store::OutboxRepository(m_connection).add(std::exchange(m_queued, {}));
}

} // namespace renewal::operations
