// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/intakeline.h"

#include "app/operations/intake.h"
#include "app/store/connection.h"
#include "app/store/database.h"

#include <QLoggingCategory>

#include <algorithm>

namespace renewal::service {

using namespace Qt::StringLiterals;
using Time = std::chrono::milliseconds;

namespace {
Q_LOGGING_CATEGORY(intakeLog, "renewal.intake")

constexpr Time longestPause(1000);
} // namespace

IntakeLine::IntakeLine(store::Database &database, const Clock &clock,
                       const operations::IntakeOptions &options)
    : m_database(database)
    , m_clock(clock)
    , m_options(options)
{
    if (options.isConnected())
        m_thread.emplace(u"renewal-intake"_s, [this](JoinedThread &) { work(); });
}

IntakeLine::~IntakeLine()
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

/// In the line's thread.
void IntakeLine::work()
{
    operations::Intake intake(m_options, m_clock);
    {
        const std::lock_guard lock(m_mutex);
        m_interrupt = [client = &intake.client()] {
            QMetaObject::invokeMethod(client, &upstream::IntakeClient::interrupt, Qt::QueuedConnection);
        };
    }
    bool goesOn = true;
    while (goesOn && !isEnding()) {
        const auto connection = m_database.connection();
        const auto rest = connection ? intake.step(**connection) : Result<Time>(failure(connection.error()));
        if (!rest) {
            qCWarning(intakeLog, "The intake waits: %s", qPrintable(rest.error().detail));
            if (connection && (*connection)->isLost())
                m_database.closeThisThread();
        }
        const Time time = rest ? std::min(*rest, longestPause) : longestPause;
        goesOn = time.count() == 0 || pause(time);
    }
    {
        const std::lock_guard lock(m_mutex);
        m_interrupt = nullptr;
    }
    m_database.closeThisThread();
}

bool IntakeLine::pause(Time time)
{
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, time, [this] { return m_isEnding; });
}

bool IntakeLine::isEnding() const
{
    const std::lock_guard lock(m_mutex);
    return m_isEnding;
}

} // namespace renewal::service
