// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/rolloutgateway.h"
#include "ui/charts/chartcontent.h"

#include <QHash>
#include <QStringList>

namespace renewal::ui {

/// The charts over time of the rollout workspace, in their order.
enum class ChartKind
{
    MessagesSent,
    SendErrors,
    SendLatency,
};

/// Which series a chart shows and how; their points come later.
struct ChartPlan
{
    ChartKind kind = ChartKind::MessagesSent;
    QString purpose; ///< for object names: "messagesSent"
    QString title;
    QString unit;
    QStringList keys;   ///< in drawing order; empty: nothing was imported for it
    QStringList titles; ///< of the same series, for the legend
    std::optional<double> limit = {};
    int windowHours = 0;                   ///< that each point looks back over; 0: its own hour
    std::optional<double> stageValue = {}; ///< what the criteria tell of the stage so far

    bool operator==(const ChartPlan &) const = default;
};

/// Chooses among the series of the overview. Messages are split by record system where the figures are.
ChartPlan chartPlan(ChartKind kind, const RolloutOverview &overview);

/// The content once all series of the plan are there. What may still change at `now` is marked.
ChartContent chartContent(const ChartPlan &plan, const QHash<QString, MetricSeries> &series,
                          const RolloutOverview &overview, const QDateTime &now);

} // namespace renewal::ui
