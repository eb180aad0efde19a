// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/reportsgateway.h"

#include <QObject>
#include <QTimer>

namespace renewal::ui {

/// Starts a report on the service and follows it until it is over. A failed look is tried again: the service
/// goes on without us.
class ReportWatcher final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive the watcher; `interval` in milliseconds between two looks.
    ReportWatcher(ReportsGateway *gateway, int interval, QObject *parent = nullptr);

    /// What was followed before is given up.
    void follow(const QFuture<Result<Job>> &started);
    /// Asks the service to stop; nothing more is told.
    void cancel();
    bool isFollowing() const { return m_isFollowing; }

signals:
    void progressed(const renewal::Job &job);
    /// Finished, or stopped by somebody else.
    void ended(const renewal::Job &job);
    void failed(const QString &text);

private:
    void take(const Result<Job> &job, bool isFirst);
    void look();

    ReportsGateway *m_gateway;
    QTimer m_timer;
    QString m_id;
    quint64 m_generation = 0;
    bool m_isFollowing = false;
};

} // namespace renewal::ui
