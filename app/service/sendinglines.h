// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/sendingoptions.h"
#include "app/service/joinedthread.h"
#include "models/base/clock.h"

#include <QString>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace renewal::store {
class Database;
}

namespace renewal::service {

/// Sends what waits in the outbox: as many threads as messages may be on their way at once, each with its own
/// connections. Made and destroyed in one thread; the destructor gives a call under way a few seconds.
class SendingLines
{
public:
    /// Sends nothing, and costs nothing, unless the options are connected.
    SendingLines(store::Database &database, const Clock &clock, const operations::SendingOptions &options);
    ~SendingLines();
    SendingLines(const SendingLines &) = delete;
    SendingLines &operator=(const SendingLines &) = delete;

    /// Why nothing is sent for the moment, a code of exchange::sendProblem(); empty when nothing stands in
    /// the way. Any thread.
    QString pausedBy() const;

private:
    struct Line
    {
        std::function<void()> interrupt; ///< guarded by m_mutex; empty while it has no call to end
        QString pausedBy;                ///< guarded by m_mutex
    };

    void work(int number);
    /// False when it is to end.
    bool pause(std::chrono::milliseconds time);
    bool isEnding() const;

    store::Database &m_database;
    const Clock &m_clock;
    const operations::SendingOptions m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed; ///< of m_isEnding
    bool m_isEnding = false;           ///< guarded by m_mutex
    std::vector<Line> m_lines;         ///< the vector itself does not change any more
    std::vector<std::unique_ptr<JoinedThread>> m_threads;
};

} // namespace renewal::service
