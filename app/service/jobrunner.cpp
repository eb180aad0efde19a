// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/jobrunner.h"

#include "app/store/connection.h"
#include "app/store/database.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype rememberedJobs = 200;
Q_LOGGING_CATEGORY(jobLog, "renewal.jobs", QtInfoMsg)
} // namespace

class JobRunner::Progress final : public JobProgress
{
public:
    Progress(JobRunner &runner, Entry &entry)
        : m_runner(runner)
        , m_entry(entry)
    {
    }

    bool tell(double progress, const QString &text) override
    {
        const std::lock_guard lock(m_runner.m_mutex);
        m_entry.job.progress = std::clamp(progress, 0.0, 1.0);
        m_entry.job.text = text;
        return !m_entry.stop;
    }

private:
    JobRunner &m_runner;
    Entry &m_entry;
};

JobRunner::JobRunner(store::Database &database)
    : m_database(database)
    , m_thread(u"renewal-jobs"_s, [this](JoinedThread &) { work(); })
{
}

JobRunner::~JobRunner()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        for (const auto &entry : std::as_const(m_jobs))
            entry->stop = true;
    }
    m_changed.notify_one();
}

Job JobRunner::start(const QString &kind, Work work, const QString &key)
{
    const auto entry = std::make_shared<Entry>();
    entry->job = {QUuid::createUuid().toString(QUuid::WithoutBraces),
                  kind,
                  u"queued"_s,
                  0,
                  QCoreApplication::translate("Service", "Waiting for its turn."),
                  {}};
    entry->work = std::move(work);
    const Job queued = entry->job;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_jobs.value(m_byKey.value(key)); known && !key.isEmpty())
            return known->job;
        if (!key.isEmpty())
            m_byKey.insert(key, queued.id);
        m_jobs.insert(queued.id, entry);
        m_order.append(queued.id);
        forgetOldest();
        m_waiting.push_back(entry);
    }
    m_changed.notify_one();
    return queued;
}

Result<Job> JobRunner::find(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    if (const auto entry = m_jobs.value(id))
        return entry->job;
    return failure(ErrorCode::NotFound, QCoreApplication::translate("Service", "There is no such job."));
}

Result<Job> JobRunner::cancel(const QString &id)
{
    Work unused;
    const std::lock_guard lock(m_mutex);
    const auto entry = m_jobs.value(id);
    if (!entry)
        return failure(ErrorCode::NotFound, QCoreApplication::translate("Service", "There is no such job."));
    entry->stop = true;
    if (entry->job.state == "queued"_L1) {
        unused = std::exchange(entry->work, {});
        entry->job.state = u"cancelled"_s;
        entry->job.text = QCoreApplication::translate("Service", "Stopped before it began.");
    }
    return entry->job;
}

int JobRunner::pending() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(std::count_if(m_jobs.cbegin(), m_jobs.cend(),
                                          [](const auto &entry) { return !entry->job.isOver(); }));
}

void JobRunner::work()
{
    while (const auto entry = next())
        run(entry);
    m_database.closeThisThread();
}

/// The job to do now; null when there will be none any more.
std::shared_ptr<JobRunner::Entry> JobRunner::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
    if (m_ending)
        return nullptr;
    auto entry = std::move(m_waiting.front());
    m_waiting.pop_front();
    return entry;
}

void JobRunner::run(const std::shared_ptr<Entry> &entry)
{
    Work unused; // destroyed without the lock: what it owns has its own way of ending
    {
        const std::lock_guard lock(m_mutex);
        if (entry->stop && !entry->job.isOver())
            entry->job.state = u"cancelled"_s;
        if (entry->job.isOver()) {
            unused = std::exchange(entry->work, {});
            return;
        }
        entry->job.state = u"running"_s;
    }
    Progress progress(*this, *entry);
    const auto connection = m_database.connection();
    finish(*entry, connection ? entry->work(**connection, progress) : failure(connection.error()));
    if (connection && (*connection)->isLost())
        m_database.closeThisThread();
}

void JobRunner::finish(Entry &entry, const Result<QString> &result)
{
    if (!result && result.error().code != ErrorCode::Cancelled)
        qCWarning(jobLog).noquote() << toString(result.error().code) << result.error().detail;
    Work used;
    const std::lock_guard lock(m_mutex);
    used = std::exchange(entry.work, {});
    if (result) {
        entry.job.state = u"finished"_s;
        entry.job.progress = 1;
        entry.job.text = *result;
    } else {
        const bool stopped = result.error().code == ErrorCode::Cancelled;
        entry.job.state = stopped ? u"cancelled"_s : u"failed"_s;
        entry.job.text = result.error().text;
        entry.job.errorText = stopped ? QString() : result.error().text;
        entry.job.errorCode = stopped ? QString() : toString(result.error().code);
    }
}

/// Called with the mutex held.
void JobRunner::forgetOldest()
{
    while (m_order.size() > rememberedJobs) {
        const auto over = std::find_if(m_order.begin(), m_order.end(),
                                       [this](const QString &id) { return m_jobs.value(id)->job.isOver(); });
        if (over == m_order.end())
            return;
        m_jobs.remove(*over);
        m_byKey.removeIf([id = *over](auto known) { return known.value() == id; });
        m_order.erase(over);
    }
}

} // namespace renewal::service
