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

/// One value in thousandths of the metric's unit; nullopt is a gap.
using MetricValue = std::optional<qint64>;

/// One metric at one scope, step by step.
struct SimulatedSeries
{
    QString suffix;   ///< after the metric's key: ".668", ".vista", ".sm_api"; empty: the whole region
    QString place;    ///< for people: "station 668", "VistA"; empty: the whole region
    QStringList tags; ///< "station_number:668"; sorted
    QVector<MetricValue> values;
};

/// One metric at all scopes: the whole region first, then each record system, then its first stations (the
/// ones with a fault are among them); a chart of more would show nothing.
struct SimulatedMetric
{
    QString key;         ///< "message_send_errors"; names the file, too
    QString title;       ///< for people
    QString query;       ///< what a dashboard would ask
    QString aggregation; ///< "sum", "p95", "avg"
    QString unit;        ///< "message", "second"; empty: a mere number
    int firstHour = 0;   ///< of the first value, from midnight UTC of Options::start
    int stepHours = 1;
    QVector<SimulatedSeries> series;
};

/// What the rollout's dashboards would have shown: a rhythm of day and week under stages A (5 %) and B (25
/// %), large enough for smooth curves however few patients the region has. On day 3 sending is slow and fails
/// for five hours at one Oracle Health station; on day 5 three hours are missing everywhere; on the last day
/// from 13:00 UTC every third renewal of that station finds no care team. Satisfaction is daily and begins
/// four weeks before.
QVector<SimulatedMetric> simulateMetrics(const Region &region, const Options &options);

/// Where the faults are, and their hours counted from the start of the window: [first, last).
struct SimulatedFault
{
    int station = 0; ///< index in Region::stations
    int firstHour = 0;
    int lastHour = 0;
    int noTeamFirstHour = 0; ///< until the end of the window
};
SimulatedFault simulatedFault(const Region &region, const Options &options);

/// The hours of the window at which stages A and B begin.
inline constexpr int stageAHour = 14;
inline constexpr int stageBHour = 24 + 15;

} // namespace renewal::simulation
