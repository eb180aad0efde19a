// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/restclient.h"
#include "models/base/clock.h"
#include "models/gateway/connectionstate.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace renewal::client {

struct MonitorSettings
{
    std::chrono::milliseconds interval{5'000}; ///< of silence while online, before a look at /healthz
    std::chrono::milliseconds timeout{3'000};  ///< of one look
    std::chrono::milliseconds firstRetry{500}; ///< after the first failed look; doubles
    std::chrono::milliseconds longestRetry{10'000};
    int failuresUntilAway = 2; ///< in a row, once the service has answered
};

/// Keeps a ConnectionState true: every answer any call gets counts as contact; silence and failures make it
/// look at GET /healthz, and it goes on looking until the service is back.
///
/// Lives in the client's thread. The three pointers must outlive it.
class ConnectionMonitor final : public QObject
{
    Q_OBJECT

public:
    ConnectionMonitor(RestClient *client, ConnectionState *state, const Clock *clock,
                      const MonitorSettings &settings = {}, QObject *parent = nullptr);

private:
    void look();
    void onLookDone(const Done &done);
    void onContact();
    void onRefused(const Error &error);

    RestClient *m_client;
    ConnectionState *m_state;
    const Clock *m_clock;
    MonitorSettings m_settings;
    QTimer m_timer;
    int m_failures = 0;
    bool m_looking = false;
};

} // namespace renewal::client
