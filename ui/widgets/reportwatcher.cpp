// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reportwatcher.h"

#include "models/items/await.h"

namespace renewal::ui {

using namespace Qt::StringLiterals;

ReportWatcher::ReportWatcher(ReportsGateway *gateway, int interval, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &ReportWatcher::look);
}

void ReportWatcher::follow(const QFuture<Result<Job>> &started)
{
    cancel();
    m_isFollowing = true;
    items::await(started, this, [this, generation = m_generation](const Result<Job> &job) {
        if (generation == m_generation)
            take(job, true);
        else if (job) // given up before the service told its name
            m_gateway->cancelReport(job->id);
    });
}

void ReportWatcher::cancel()
{
    ++m_generation;
    m_timer.stop();
    if (m_isFollowing && !m_id.isEmpty())
        m_gateway->cancelReport(m_id);
    m_id.clear();
    m_isFollowing = false;
}

void ReportWatcher::look()
{
    items::await(m_gateway->report(m_id), this, [this, generation = m_generation](const Result<Job> &job) {
        if (generation == m_generation)
            take(job, false);
    });
}

void ReportWatcher::take(const Result<Job> &job, bool isFirst)
{
    if (!job && !isFirst && job.error().code != ErrorCode::NotFound) {
        m_timer.start();
        return;
    }
    if (job && !job->isOver()) {
        m_id = job->id;
        emit progressed(*job);
        m_timer.start();
        return;
    }
    m_id.clear();
    m_isFollowing = false;
    if (!job)
        emit failed(job.error().text);
    else if (job->state == u"failed"_s)
        emit failed(job->errorText);
    else
        emit ended(*job);
}

} // namespace renewal::ui
