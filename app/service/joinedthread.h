// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QThread>

#include <functional>
#include <future>
#include <utility>

namespace renewal::service {

/// A thread that does one piece of work and is waited for: all it did has happened when this object is gone.
/// QThread::wait() alone promises the same, but by locks inside Qt that ThreadSanitizer cannot see; what the
/// thread is given goes in with the work, what it tells comes out through a std::promise or under a mutex.
/// Belongs to the thread that made it.
class JoinedThread final : public QThread
{
public:
    using Work = std::function<void(JoinedThread &)>;

    /// Starts at once. The work ends by itself or, once quit() is called, comes back from answerEvents().
    JoinedThread(const QString &name, Work work)
        : m_work(std::move(work))
    {
        setObjectName(name);
        start();
    }
    ~JoinedThread() override
    {
        quit();
        m_ended.get_future().wait();
        wait();
    }
    JoinedThread(const JoinedThread &) = delete;
    JoinedThread &operator=(const JoinedThread &) = delete;

    /// For the work: handles the thread's events until quit(), also one that was called before.
    void answerEvents() { exec(); }

protected:
    void run() override
    {
        m_work(*this);
        m_ended.set_value();
    }

private:
    Work m_work;
    std::promise<void> m_ended;
};

} // namespace renewal::service
