// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"

#include <QDateTime>
#include <QTimeZone>
#include <QVector>

#include <optional>

namespace renewal::ui {

/// Between what the true value lies, at one time, in the unit of the chart.
struct CertaintyPoint
{
    QDateTime at;
    double low = 0;
    double high = 0;

    bool operator==(const CertaintyPoint &) const = default;
};

/// All that a chart over time shows. Values of all series are in `unit`.
struct ChartContent
{
    QString title;
    QString unit;                 ///< "per hour", "%", "s"
    QVector<MetricSeries> series; ///< their titles stand in the legend
    std::optional<double> limit = {};
    QVector<CertaintyPoint> certainty = {};
    QDateTime lateFrom = {}; ///< values from here on may still change; invalid: none
    QVector<RolloutStage> stages = {};
    QTimeZone zone = QTimeZone::utc();
    int windowHours = 0;                   ///< that each point looks back over; 0: its own hour
    std::optional<double> stageValue = {}; ///< of the present stage so far, as the criteria tell it

    bool operator==(const ChartContent &) const = default;
};

/// A stretch of the time axis, in seconds since 1970.
struct TimeSpan
{
    double from = 0;
    double to = 0;

    double length() const { return to - from; }
    bool isValid() const { return to > from; }
    bool operator==(const TimeSpan &) const = default;
};

} // namespace renewal::ui
