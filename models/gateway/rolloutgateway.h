// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/rollout.h"

#include <QFuture>
#include <QStringList>

namespace renewal {

struct RolloutOverview
{
    QString toggle;
    QString environment; ///< "production", "demo"
    double percent = 0;
    QDateTime readAt;
    QVector<RolloutStage> stages;
    QVector<MetricSeries> series; ///< without points; those of single stations are left out
    QVector<CriterionResult> criteria = {};
    QVector<FunnelStep> funnel = {}; ///< in the order of the flow; of the present stage
    QVector<SignOff> signOffs = {};  ///< for the next stage, one of each discipline
    QVector<RolloutNotice> notices = {};
    StageSummary stageSummary = {};
    QVector<Incident> incidents = {};     ///< newest first
    QStringList reasonsNotToAdvance = {}; ///< sentences; empty: nothing stands in the way
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
    /// Gives or takes back a discipline's word for `stage`, which must be the next one: else Conflict.
    virtual QFuture<Result<RolloutOverview>> signOff(const QString &discipline, const QString &stage,
                                                     bool given, const QString &note,
                                                     const QString &idempotencyKey) = 0;
};

} // namespace renewal
