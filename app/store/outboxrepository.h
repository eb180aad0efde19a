// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/outbox.h"
#include "models/gateway/page.h"

#include <QVector>

#include <chrono>
#include <optional>

namespace renewal::store {

class Connection;

/// Routed renewals on their way. Use inside the caller's transaction; a change that somebody else made first
/// is told, not overwritten: that is how senders do not take the same row.
class OutboxRepository
{
public:
    explicit OutboxRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Rows wait to be sent from now on; ids and versions are given here. Conflict when a renewal is on its
    /// way already.
    Done add(const QVector<OutboxEntry> &entries);
    /// Writes what may change of a row, if it is still at `entry.version`; false when it is not.
    Result<bool> change(const OutboxEntry &entry);

    /// NotFound when there is none.
    Result<OutboxEntry> find(OutboxId id);
    /// The newest row of a renewal, locked; nullopt when it was never routed.
    Result<std::optional<OutboxEntry>> newestOf(const QString &parentStation, RenewalId renewal);
    /// The same, for readers.
    Result<std::optional<OutboxEntry>> look(const QString &parentStation, RenewalId renewal);
    /// Up to `limit` rows that the sender is to look at by now, the longest due first. What was queued is
    /// held so long, that it can be taken back. Beyond the horizon nothing can be due: what is, was written
    /// by a clock that has been set back since, and is due now.
    Result<QVector<OutboxEntry>> due(const QDateTime &now, std::chrono::milliseconds holding,
                                     std::chrono::milliseconds horizon, int limit);
    /// When the next row is due; invalid when none waits.
    Result<QDateTime> nextDue(std::chrono::milliseconds holding);
    /// Rows of one list: what waits for a person the newest first, the others the oldest first.
    Result<Page<OutboxEntry>> page(OutboxList list, int limit, const QString &cursor);
    /// Of those that were routed earlier the newest below `before`; invalid: of all.
    Result<QVector<OutboxEntry>> earlier(OutboxId before, int limit);
    Result<OutboxCounts> counts(const QDateTime &now);
    /// The clock that all who use the database share; nullopt when it has none but this computer's.
    Result<std::optional<QDateTime>> databaseTime();

private:
    Result<std::optional<OutboxEntry>> newest(const QString &parentStation, RenewalId renewal,
                                              const QString &lock);

    Connection &m_connection;
};

} // namespace renewal::store
