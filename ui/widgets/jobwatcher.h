// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/systemgateway.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace renewal::ui {

/// Follows one long job on the service until it is over. A failed look is tried again; the job goes on
/// without us.
class JobWatcher final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive the watcher; `interval` in milliseconds between two looks.
    JobWatcher(SystemGateway *gateway, int interval, QObject *parent = nullptr);

    void watch(const QString &jobId);
    void cancel();
    bool isWatching() const { return !m_id.isEmpty(); }

signals:
    void progressed(const renewal::Job &job);
    /// Finished, failed or cancelled; nothing more follows.
    void ended(const renewal::Job &job);

private:
    void look();
    void take(const Job &job);

    SystemGateway *m_gateway;
    QTimer m_timer;
    QString m_id;
};

} // namespace renewal::ui
