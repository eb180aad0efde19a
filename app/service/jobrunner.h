// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/joinedthread.h"
#include "models/base/result.h"
#include "models/gateway/systemgateway.h"

#include <QHash>
#include <QStringList>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace renewal::store {
class Connection;
class Database;
} // namespace renewal::store

namespace renewal::service {

/// What a job's work uses to tell how far it is; lives in the worker thread.
class JobProgress
{
public:
    virtual ~JobProgress() = default;
    /// Tells how far the work is (0 to 1) and what it is doing; false when it is to stop.
    virtual bool tell(double progress, const QString &text) = 0;
};

/// Does long work one job after the other, in its own thread with its own database connection. All its
/// functions may be called from any thread.
class JobRunner
{
public:
    /// The work: its result is a sentence about what came of it. Work that is never done (cancelled while it
    /// waited, or the service ended) is destroyed: what must happen in any case belongs to an object it owns.
    using Work = std::function<Result<QString>(store::Connection &, JobProgress &)>;

    explicit JobRunner(store::Database &database);
    /// Asks running work to stop, and waits for it.
    ~JobRunner();

    /// Queues the work. The same `key` again (may be empty) gives the job it started before.
    Job start(const QString &kind, Work work, const QString &key = {});
    Result<Job> find(const QString &id) const;
    /// Asks it to stop; one that is over stays as it is.
    Result<Job> cancel(const QString &id);
    /// Jobs that are queued or running.
    int pending() const;

private:
    struct Entry
    {
        Job job;
        Work work;
        std::atomic_bool stop = false;
    };
    class Progress;

    void work();
    std::shared_ptr<Entry> next();
    void run(const std::shared_ptr<Entry> &entry);
    void finish(Entry &entry, const Result<QString> &result);
    void forgetOldest();

    store::Database &m_database;
    mutable std::mutex m_mutex;
    QHash<QString, std::shared_ptr<Entry>> m_jobs; ///< guarded by m_mutex, with all Entry::job
    QHash<QString, QString> m_byKey;               ///< guarded by m_mutex
    QStringList m_order;                           ///< guarded by m_mutex: oldest first
    std::deque<std::shared_ptr<Entry>> m_waiting;  ///< guarded by m_mutex: the next one first
    bool m_ending = false;                         ///< guarded by m_mutex
    std::condition_variable m_changed;             ///< of m_waiting or m_ending
    JoinedThread m_thread; ///< uses all of the above: begins after them, ends before them
};

} // namespace renewal::service
