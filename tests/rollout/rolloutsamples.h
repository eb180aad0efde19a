// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"

namespace renewal::testing {

/// Monday, 16 November 2026, midnight UTC.
QDateTime monday();
QDateTime hoursLater(double hours);

/// A series of hourly values from `firstHour` on; a nullopt is a gap.
MetricSeries hourly(const QString &key, const QVector<std::optional<double>> &values, int firstHour = 0,
                    const QString &source = QStringLiteral("datadog"));
/// The same at one station.
MetricSeries atStation(const QString &key, const QString &station,
                       const QVector<std::optional<double>> &values, int firstHour = 0);
/// `hours` times the same value.
QVector<std::optional<double>> steady(double value, int hours);

/// A since hour 0, B (minimum of five days) since hour 24, C not begun.
QVector<RolloutStage> stages();

} // namespace renewal::testing
