// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/triagerepository.h"
#include "models/base/result.h"
#include "models/domain/outbox.h"

#include <QDateTime>

namespace renewal::operations {

/// Keeps the outbox to what is routed: in the transaction that changes the renewal, what becomes routed is
/// queued to be sent, and what is routed no more is cancelled. Lives for one transaction.
class OutboxQueue
{
public:
    explicit OutboxQueue(store::Connection &connection)
        : m_connection(connection)
    {
    }

    /// From `before` to `next`. Conflict when it was, or may have been, sent: the caller asks before it
    /// changes anything.
    Done follow(const store::TriageSubject &before, const store::TriageState &next, const QDateTime &now);
    /// Writes what became routed, all at once; last of all.
    Done flush();

private:
    Done cancel(const Renewal &renewal, const QDateTime &now);
    Done queue(const Renewal &renewal, const store::TriageState &next, const QDateTime &now);

    store::Connection &m_connection;
    QVector<OutboxEntry> m_queued;
};

} // namespace renewal::operations
