// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/connectionmonitor.h"

#include "models/gateway/await.h"

#include <algorithm>

namespace renewal::client {

using namespace Qt::StringLiterals;

ConnectionMonitor::ConnectionMonitor(RestClient *client, ConnectionState *state, const Clock *clock,
                                     const MonitorSettings &settings, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_state(state)
    , m_clock(clock)
    , m_settings(settings)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ConnectionMonitor::look);
    connect(client, &RestClient::connected, this, &ConnectionMonitor::look);
    connect(client, &RestClient::refused, this, &ConnectionMonitor::onRefused);
    connect(client, &RestClient::answered, this, &ConnectionMonitor::onContact);
    connect(client, &RestClient::unreachable, this, [this] {
        // The failed call may have had bad luck of its own: ask before saying that the service is away.
        if (m_state->state() != ConnectionState::State::Away)
            look();
    });
    if (client->isConnected())
        look();
}

void ConnectionMonitor::look()
{
    if (m_looking || !m_client->isConnected())
        return;
    m_looking = true;
    m_timer.stop();
    const RestRequest request{
        .path = {u"healthz"_s}, .outsideApi = true, .once = true, .timeout = m_settings.timeout};
    await(m_client->call<void>(request, [](const RestAnswer &) { return ok(); }), this,
          [this](const Done &done) { onLookDone(done); });
}

void ConnectionMonitor::onLookDone(const Done &done)
{
    m_looking = false;
    if (done) {
        onContact();
        return;
    }
    if (!m_client->isConnected())
        return;
    ++m_failures;
    const bool wasOnline = m_state->state() == ConnectionState::State::Online;
    if (!wasOnline || m_failures >= m_settings.failuresUntilAway)
        m_state->reportAway(m_clock->now(), done.error().text);
    const auto pause = m_settings.firstRetry * (1 << std::min(m_failures - 1, 10));
    m_timer.start(std::min(pause, m_settings.longestRetry));
}

void ConnectionMonitor::onContact()
{
    m_failures = 0;
    m_state->reportContact(m_clock->now());
    m_timer.start(m_settings.interval);
}

void ConnectionMonitor::onRefused(const Error &error)
{
    m_timer.stop();
    m_state->reportAway(m_clock->now(), error.text);
}

} // namespace renewal::client
