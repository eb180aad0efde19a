// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/rollout.h"

#include <QFuture>

namespace renewal {

struct RolloutOverview
{
    QString toggle;
    QString environment; ///< "production", "demo"
    double percent = 0;
    QDateTime readAt;
    QVector<RolloutStage> stages;
    QVector<MetricSeries> series; ///< without points
};

/// What the rollout workspace needs from the world. Futures finish exactly once.
class RolloutGateway
{
public:
    virtual ~RolloutGateway() = default;
    virtual QFuture<Result<RolloutOverview>> overview() = 0;
    /// One series with its points in [from, to]; invalid ends mean open.
    virtual QFuture<Result<MetricSeries>> series(const QString &key, const QDateTime &from,
                                                 const QDateTime &to) = 0;
};

} // namespace renewal
