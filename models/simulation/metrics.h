// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"
#include "models/simulation/options.h"
#include "models/simulation/region.h"

#include <QString>
#include <QVector>

#include <optional>

namespace renewal::simulation {

/// One hourly value in thousandths of the metric's unit; nullopt is a gap.
using MetricValue = std::optional<qint64>;

/// One metric at one scope, hour by hour from midnight UTC of Options::start.
struct SimulatedSeries
{
    QString stationNumber; ///< empty: the whole region
    QVector<MetricValue> values;
};

/// One metric at all scopes: the whole region first, then its first stations (the one with the fault is
/// among them); a chart of more would show nothing.
struct SimulatedMetric
{
    QString key;         ///< "message_send_errors"; names the file, too
    QString title;       ///< for people
    QString query;       ///< what a dashboard would ask
    QString aggregation; ///< "sum", "p95", "avg"
    QString unit;        ///< "message", "second", "percent"
    QVector<SimulatedSeries> series;
};

/// What the rollout's dashboards would have shown: a daily and weekly rhythm under stages A (5 %) and
/// B (25 %); on day 3 sending fails for five hours at one Oracle Health station; on day 5 three hours are
/// missing everywhere.
QVector<SimulatedMetric> simulateMetrics(const Region &region, const Options &options);

/// Stages A to D with the times they were planned for and began.
RolloutPlan simulateRollout(const Options &options);

/// Where the fault is, and its hours counted from the start of the window: [first, last).
struct SimulatedFault
{
    int station = 0; ///< index in Region::stations
    int firstHour = 0;
    int lastHour = 0;
};
SimulatedFault simulatedFault(const Region &region);

} // namespace renewal::simulation
