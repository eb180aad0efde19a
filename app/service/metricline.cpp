// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/metricline.h"

#include "app/store/connection.h"
#include "app/store/database.h"

#include <QLoggingCategory>

#include <algorithm>

namespace renewal::service {

using namespace Qt::StringLiterals;
using Time = std::chrono::milliseconds;

namespace {
Q_LOGGING_CATEGORY(metricsLog, "renewal.metrics")

constexpr Time afterFault(10'000); ///< of the database
} // namespace

MetricLine::MetricLine(store::Database &database, const Clock &clock,
                       const operations::MetricPollingOptions &options)
    : m_database(database)
    , m_clock(clock)
    , m_options(options)
{
    if (options.isConnected())
        m_thread = std::make_unique<JoinedThread>(u"renewal-metrics"_s, [this](JoinedThread &) { work(); });
}

MetricLine::~MetricLine()
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
void MetricLine::work()
{
    operations::MetricPolling polling(m_options, m_clock);
    {
        const std::lock_guard lock(m_mutex);
        m_interrupt = [clients = polling.clients()] {
            for (upstream::MetricClient *client : clients)
                QMetaObject::invokeMethod(client, &upstream::MetricClient::interrupt, Qt::QueuedConnection);
        };
    }
    for (bool goesOn = pause(Time(0)); goesOn;) {
        const auto connection = m_database.connection();
        const auto step = connection ? polling.step(**connection)
                                     : Result<operations::MetricPolling::Step>(failure(connection.error()));
        if (!step) {
            qCWarning(metricsLog, "Figures wait: %s", qPrintable(step.error().detail));
            if (connection && (*connection)->isLost())
                m_database.closeThisThread();
        }
        goesOn = pause(step ? step->pause : afterFault);
    }
    const std::lock_guard lock(m_mutex);
    m_interrupt = nullptr;
}

bool MetricLine::pause(Time time)
{
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, time, [this] { return m_isEnding; });
}

} // namespace renewal::service
