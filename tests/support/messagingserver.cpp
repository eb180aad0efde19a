// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/messagingserver.h"

#include "tests/support/messagingworker.h"

namespace renewal::testing {

using namespace Qt::StringLiterals;

MessagingServer::MessagingServer()
    : m_manners([](int) { return MessagingManners{}; })
    , m_searchManners([](const QString &) { return SearchManners{}; })
    , m_worker(new MessagingWorker(*this))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, &MessagingWorker::begin, Qt::BlockingQueuedConnection);
}

MessagingServer::~MessagingServer()
{
    m_thread.quit();
    m_thread.wait();
}

QString MessagingServer::url() const
{
    const std::lock_guard lock(m_mutex);
    return u"http://127.0.0.1:%1/sm"_s.arg(m_port);
}

void MessagingServer::setManners(std::function<MessagingManners(int)> manners)
{
    const std::lock_guard lock(m_mutex);
    m_manners = std::move(manners);
}

void MessagingServer::setManners(const MessagingManners &always)
{
    setManners([always](int) { return always; });
}

void MessagingServer::setMannersFor(const QString &patient, const MessagingManners &manners)
{
    const std::lock_guard lock(m_mutex);
    m_mannersFor.insert(patient, manners);
}

void MessagingServer::setSearchManners(std::function<SearchManners(const QString &)> manners)
{
    const std::lock_guard lock(m_mutex);
    m_searchManners = std::move(manners);
}

void MessagingServer::setSearchIsAway(bool isAway)
{
    setSearchManners([isAway](const QString &) {
        return isAway ? SearchManners{.errorCode = 901, .status = 503} : SearchManners{};
    });
}

void MessagingServer::setTime(const QDateTime &time)
{
    const std::lock_guard lock(m_mutex);
    m_time = time;
}

void MessagingServer::release()
{
    QMetaObject::invokeMethod(m_worker, &MessagingWorker::release, Qt::BlockingQueuedConnection);
}

QVector<KeptMessage> MessagingServer::messages() const
{
    const std::lock_guard lock(m_mutex);
    return m_messages;
}

int MessagingServer::calls() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

int MessagingServer::searches() const
{
    const std::lock_guard lock(m_mutex);
    return m_searches;
}

int MessagingServer::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections;
}

QString MessagingServer::complaint() const
{
    const std::lock_guard lock(m_mutex);
    return m_complaint;
}

} // namespace renewal::testing
