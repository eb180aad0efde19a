// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/systemgateway.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace renewal::ui {

/// Asks the service at an interval what changed since the last time, and how much there is. One question
/// at a time: a slow service is not asked faster than it answers.
class ChangePoller final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive the poller. Milliseconds; 0: only when told to.
    ChangePoller(SystemGateway *gateway, int interval, QObject *parent = nullptr);

    /// The first call learns where the service stands; later ones tell what changed since.
    void poll();
    /// Milliseconds; 0: only when told to.
    void setInterval(int interval);
    const std::optional<ServiceStatus> &status() const { return m_status; }
    /// An answer came, be it an error.
    bool isAnswered() const { return m_answered; }

signals:
    /// Kinds of things that changed: "renewal", "prescriber", ...
    void changed(const QSet<QString> &kinds);
    void statusArrived();

private:
    void askStatus();
    void askChanges();
    void waitAgain();

    SystemGateway *m_gateway;
    QTimer m_timer;
    int m_interval;
    bool m_asking = false;
    bool m_answered = false;
    qint64 m_since = -1;
    std::optional<ServiceStatus> m_status;
};

} // namespace renewal::ui
