// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/steeringline.h"

#include "app/operations/steerer.h"
#include "app/service/joinedthread.h"
#include "app/store/database.h"

#include <QLoggingCategory>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(steeringLog, "renewal.steering")

constexpr std::chrono::milliseconds afterFault(500);
/// What another process decides is found by looking.
constexpr std::chrono::milliseconds longestRest(1000);
} // namespace

SteeringLine::SteeringLine(store::Database &database, const Clock &clock,
                           const operations::SteeringOptions &options)
    : m_database(database)
    , m_clock(clock)
    , m_options(options)
{
    if (m_options.isConnected())
        m_thread = std::make_unique<JoinedThread>(u"renewal-steering"_s, [this](JoinedThread &) { work(); });
}

SteeringLine::~SteeringLine()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        if (m_interrupt)
            m_interrupt();
    }
    m_changed.notify_all();
    m_thread.reset();
}

void SteeringLine::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isWoken = true;
    }
    m_changed.notify_all();
}

QString SteeringLine::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

/// In the line's thread.
void SteeringLine::work()
{
    operations::Steerer steerer(m_options, m_clock);
    {
        const std::lock_guard lock(m_mutex);
        m_interrupt = [client = &steerer.client()] {
            QMetaObject::invokeMethod(client, &upstream::FlipperClient::interrupt, Qt::QueuedConnection);
        };
    }
    bool goesOn = true;
    while (goesOn) {
        const auto connection = m_database.connection();
        const Done done = connection ? steerer.work(**connection) : Done(failure(connection.error()));
        if (!done) {
            qCWarning(steeringLog, "Steering waits: %s", qPrintable(done.error().detail));
            if (connection && (*connection)->isLost())
                m_database.closeThisThread();
        }
        {
            const std::lock_guard lock(m_mutex);
            m_problem = steerer.problem();
        }
        goesOn = pause(done ? std::min(steerer.rest(), longestRest) : afterFault);
    }
    const std::lock_guard lock(m_mutex);
    m_interrupt = nullptr;
}

bool SteeringLine::pause(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, time, [this] { return m_isEnding || m_isWoken; });
    m_isWoken = false;
    return !m_isEnding;
}

} // namespace renewal::service
