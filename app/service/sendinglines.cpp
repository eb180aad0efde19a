// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/sendinglines.h"

#include "app/operations/sender.h"
#include "app/store/database.h"

#include <QLoggingCategory>

#include <algorithm>

namespace renewal::service {

using namespace Qt::StringLiterals;
using Time = std::chrono::milliseconds;

namespace {
Q_LOGGING_CATEGORY(sendingLog, "renewal.sending")

/// What another process routes is found by looking.
constexpr Time longestPause(1000);

Time pauseUntil(const QDateTime &next, const QDateTime &now)
{
    if (!next.isValid())
        return longestPause;
    return std::clamp<Time>(Time(now.msecsTo(next)), Time(1), longestPause);
}
} // namespace

SendingLines::SendingLines(store::Database &database, const Clock &clock,
                           const operations::SendingOptions &options)
    : m_database(database)
    , m_clock(clock)
    , m_options(options)
    , m_lines(options.isConnected() ? size_t(std::clamp(options.lines, 1, 16)) : 0)
{
    for (size_t i = 0; i < m_lines.size(); ++i) {
        m_threads.push_back(std::make_unique<JoinedThread>(u"renewal-sending-%1"_s.arg(i),
                                                           [this, i](JoinedThread &) { work(int(i)); }));
    }
}

SendingLines::~SendingLines()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        for (const Line &line : m_lines) {
            if (line.interrupt)
                line.interrupt();
        }
    }
    m_changed.notify_all();
    m_threads.clear();
}

QString SendingLines::pausedBy() const
{
    const std::lock_guard lock(m_mutex);
    const auto paused =
        std::ranges::find_if(m_lines, [](const Line &line) { return !line.pausedBy.isEmpty(); });
    return paused == m_lines.cend() ? QString() : paused->pausedBy;
}

/// In the line's thread.
void SendingLines::work(int number)
{
    operations::Sender sender(m_options, m_clock, number);
    Line &line = m_lines[size_t(number)];
    {
        const std::lock_guard lock(m_mutex);
        line.interrupt = [client = &sender.client()] {
            QMetaObject::invokeMethod(client, &upstream::MessagingClient::interrupt, Qt::QueuedConnection);
        };
    }
    bool goesOn = true;
    while (goesOn && !isEnding()) {
        const auto connection = m_database.connection();
        const auto step = connection ? sender.step(**connection)
                                     : Result<operations::Sender::Step>(failure(connection.error()));
        Time rest(0);
        if (!step) {
            qCWarning(sendingLog, "Sending waits: %s", qPrintable(step.error().detail));
            if (connection && (*connection)->isLost())
                m_database.closeThisThread();
            rest = longestPause;
        } else if (step->isIdle) {
            rest = pauseUntil(step->next, m_clock.now());
        }
        {
            const std::lock_guard lock(m_mutex);
            line.pausedBy = sender.pausedBy();
        }
        goesOn = rest.count() == 0 || pause(rest);
    }
    const std::lock_guard lock(m_mutex);
    line.interrupt = nullptr;
}

bool SendingLines::pause(Time time)
{
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, time, [this] { return m_isEnding; });
}

bool SendingLines::isEnding() const
{
    const std::lock_guard lock(m_mutex);
    return m_isEnding;
}

} // namespace renewal::service
