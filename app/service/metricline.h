// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/metricpolling.h"
#include "app/service/joinedthread.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace renewal::store {
class Database;
}

namespace renewal::service {

/// Asks for figures in a thread of its own, with its own connections. Made and destroyed in one thread; the
/// destructor ends a call under way.
class MetricLine
{
public:
    /// Asks nothing, and costs nothing, unless the options are connected.
    MetricLine(store::Database &database, const Clock &clock,
               const operations::MetricPollingOptions &options);
    ~MetricLine();
    MetricLine(const MetricLine &) = delete;
    MetricLine &operator=(const MetricLine &) = delete;

private:
    void work();
    /// False when it is to end.
    bool pause(std::chrono::milliseconds time);

    store::Database &m_database;
    const Clock &m_clock;
    const operations::MetricPollingOptions m_options;
    std::mutex m_mutex;
    std::condition_variable m_changed; ///< of m_isEnding
    bool m_isEnding = false;           ///< guarded by m_mutex
    std::function<void()> m_interrupt; ///< guarded by m_mutex; empty while there is nothing to end
    std::unique_ptr<JoinedThread> m_thread;
};

} // namespace renewal::service
