// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/intakeoptions.h"
#include "app/upstream/intakeclient.h"
#include "models/base/clock.h"

#include <QRandomGenerator>

namespace renewal::exchange {
struct IntakePage;
}

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Takes new requests in: looks at the lists of the upstream in turn, a page at a time. What a page brings,
/// the place where reading goes on, and the audit entry are one transaction. Looks overlap and what was taken
/// before is known by its content, so that late, repeated and reordered records come to the same end; records
/// that cannot be read are set aside with the reason. Several intakes do not get into each other's way. Lives
/// in one thread; only interrupt() of the client may come from elsewhere, queued.
class Intake
{
public:
    Intake(const IntakeOptions &options, const Clock &clock);

    /// Reads one page of the list that is due; the result is how long there is nothing to do. Waits for the
    /// upstream, and handles the thread's events meanwhile.
    Result<std::chrono::milliseconds> step(store::Connection &connection);

    upstream::IntakeClient &client() { return m_client; }

private:
    using Time = std::chrono::milliseconds;
    struct List
    {
        IntakeSource source;
        Time nextLook{0}; ///< steady, as the next
        Time nextDeep{0};
        int failures = 0; ///< in a row
    };

    Done look(store::Connection &connection, List &list);
    Done putOff(store::Connection &connection, List &list, const QString &code, int retryAfter);
    Result<bool> take(store::Connection &connection, IntakeCursor &cursor, const exchange::IntakePage &page);
    QDateTime beginning(List &list, const IntakeCursor &cursor);
    Time jittered(Time time);

    const IntakeOptions m_options;
    const Clock &m_clock;
    upstream::IntakeClient m_client;
    QRandomGenerator m_random;
    List m_lists[2];
};

} // namespace renewal::operations
