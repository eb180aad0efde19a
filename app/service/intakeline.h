// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/intakeoptions.h"
#include "app/service/joinedthread.h"
#include "models/base/clock.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace renewal::store {
class Database;
}

namespace renewal::service {

/// Takes new requests in, in a thread of its own with its own connection. Made and destroyed in one thread;
/// the destructor ends a call under way.
class IntakeLine
{
public:
    /// Takes nothing, and costs nothing, unless the options are connected.
    IntakeLine(store::Database &database, const Clock &clock, const operations::IntakeOptions &options);
    ~IntakeLine();
    IntakeLine(const IntakeLine &) = delete;
    IntakeLine &operator=(const IntakeLine &) = delete;

private:
    void work();
    /// False when it is to end.
    bool pause(std::chrono::milliseconds time);
    bool isEnding() const;

    store::Database &m_database;
    const Clock &m_clock;
    const operations::IntakeOptions m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed; ///< of m_isEnding
    bool m_isEnding = false;           ///< guarded by m_mutex
    std::function<void()> m_interrupt; ///< guarded by m_mutex; empty while there is no call to end
    std::optional<JoinedThread> m_thread;
};

} // namespace renewal::service
