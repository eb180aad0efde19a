// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/messagingserver.h"

#include "tests/support/messagingworker.h"

namespace renewal::testing {

using namespace Qt::StringLiterals;

MessagingServer::MessagingServer()
    : m_manners([](int) { return MessagingManners{}; })
    , m_worker(new MessagingWorker(*this))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, &MessagingWorker::begin, Qt::BlockingQueuedConnection, &m_port);
}

MessagingServer::~MessagingServer()
{
    m_thread.quit();
    m_thread.wait();
}

QString MessagingServer::url() const
{
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

void MessagingServer::setSearchIsAway(bool isAway)
{
    const std::lock_guard lock(m_mutex);
    m_searchIsAway = isAway;
}

void MessagingServer::setListsTwice(bool twice)
{
    const std::lock_guard lock(m_mutex);
    m_listsTwice = twice;
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
