// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/outbox.h"

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// What a person does about messages that got stuck; each action one transaction with its audit entry. Lives
/// on the connection's thread.
class OutboxRepair
{
public:
    OutboxRepair(store::Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {
    }

    /// The row as it is then. NotFound, PreconditionFailed when the row changed since it was seen, Conflict
    /// when the action does not fit its state.
    Result<OutboxEntry> act(const RepairRequest &request, const QString &actor);

    /// The same action on some of those that were routed before messages were sent from here. What is
    /// refused stays as it is, and is told; InvalidInput for an action that they do not have.
    Result<EarlierOutcome> actOnEarlier(const EarlierRepair &request, const QString &actor);

private:
    Result<OutboxEntry> take(const RepairRequest &request);

    store::Connection &m_connection;
    const Clock &m_clock;
};

} // namespace renewal::operations
