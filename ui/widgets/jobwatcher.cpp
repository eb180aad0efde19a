// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jobwatcher.h"

#include "models/items/await.h"

#include <utility>

namespace renewal::ui {

JobWatcher::JobWatcher(SystemGateway *gateway, int interval, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &JobWatcher::look);
}

void JobWatcher::watch(const QString &jobId)
{
    m_id = jobId;
    look();
}

void JobWatcher::cancel()
{
    if (!isWatching())
        return;
    items::await(m_gateway->cancelJob(m_id), this, [this, id = m_id](const Result<Job> &job) {
        if (job && id == m_id)
            take(*job);
    });
}

void JobWatcher::look()
{
    if (!isWatching())
        return;
    items::await(m_gateway->job(m_id), this, [this, id = m_id](const Result<Job> &job) {
        if (id != m_id)
            return;
        if (job)
            take(*job);
        else if (job.error().code == ErrorCode::NotFound) // the service was restarted and forgot it
            take({.id = id,
                  .kind = {},
                  .state = QStringLiteral("failed"),
                  .progress = 0,
                  .text = {},
                  .errorText = job.error().text});
        else
            m_timer.start();
    });
}

void JobWatcher::take(const Job &job)
{
    if (!job.isOver()) {
        emit progressed(job);
        m_timer.start();
        return;
    }
    m_timer.stop();
    m_id.clear();
    emit ended(job);
}

} // namespace renewal::ui
