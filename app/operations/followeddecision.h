// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/gateway/correlationsgateway.h"

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

class StationMemory;

/// Matching follows a decision of staff at once: the other cases of the station that it touches are looked at
/// again. Begin before the decision, follow when it is committed. Each is a transaction of its own: what
/// fails leaves the decision as it is, and what was touched is made up for with the next decision, or by the
/// next matching. Lives on the connection's thread; cheap to make.
class FollowedDecision
{
public:
    FollowedDecision(store::Connection &connection, const Clock &clock, StationMemory &memory)
        : m_connection(connection)
        , m_clock(clock)
        , m_memory(memory)
    {
    }

    /// Reads the station where it is not at hand. Changes nothing.
    Done ready(PrescriberId prescriber);
    /// Makes up for decisions that nobody followed, so that follow() tells of this one alone.
    Done begin(PrescriberId prescriber);
    /// The cases it moved, ascending by id; not the prescriber's own.
    Result<QVector<MovedCase>> follow(PrescriberId prescriber);

private:
    struct View;

    Result<QVector<MovedCase>> catchUp(const QString &parentStation, const QString &because,
                                       PrescriberId decided);
    Result<View> viewOf(PrescriberId id);
    Result<QVector<MovedCase>> compared(const QVector<View> &before);

    store::Connection &m_connection;
    const Clock &m_clock;
    StationMemory &m_memory;
};

} // namespace renewal::operations
