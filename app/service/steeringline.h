// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/steeringoptions.h"
#include "models/base/clock.h"

#include <QString>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace renewal::store {
class Database;
}

namespace renewal::service {

class JoinedThread;

/// Looks at the rollout's toggles in Flipper and carries out steps, in a thread of its own. Made and
/// destroyed in one thread; the destructor ends a call under way.
class SteeringLine
{
public:
    /// Does nothing, and costs nothing, unless the options are connected.
    SteeringLine(store::Database &database, const Clock &clock, const operations::SteeringOptions &options);
    ~SteeringLine();
    SteeringLine(const SteeringLine &) = delete;
    SteeringLine &operator=(const SteeringLine &) = delete;

    /// A step waits. Any thread.
    void wake();
    /// Why Flipper could not be read, a sentence; empty when it could. Any thread.
    QString problem() const;

private:
    void work();
    /// False when it is to end.
    bool pause(std::chrono::milliseconds time);

    store::Database &m_database;
    const Clock &m_clock;
    const operations::SteeringOptions m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed; ///< of the next two
    bool m_isEnding = false;           ///< guarded by m_mutex, as all below
    bool m_isWoken = false;
    std::function<void()> m_interrupt; ///< empty while there is no call to end
    QString m_problem;
    std::unique_ptr<JoinedThread> m_thread; ///< but for this
};

} // namespace renewal::service
