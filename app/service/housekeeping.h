// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/joinedthread.h"

#include <QDateTime>

#include <chrono>

namespace renewal {
class Clock;
}

namespace renewal::store {
class Database;
}

namespace renewal::service {

/// Drops answers kept for repeated requests after a week, and all but the newest hundred thousand changes; a
/// console that was away for longer reads everything anew. What fails is logged and tried again next time.
void dropOldRows(store::Database &database, const QDateTime &now);
/// Begins planned links and ends those that are over. Says when to come again: in an hour, or in a minute
/// when it failed, such as beside an import, which is logged.
std::chrono::minutes mindTheDates(store::Database &database, const QDateTime &now);

/// Does both as time goes by, in its own thread: at the midnight of a cut-over thousands of links end, and
/// nobody who asks shall wait for them. Database and clock must outlive it.
class Housekeeping
{
public:
    /// Minds the dates after `first`, and old rows in an hour.
    Housekeeping(store::Database &database, const Clock &clock, std::chrono::minutes first);

private:
    JoinedThread m_thread;
};

} // namespace renewal::service
