// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rollout/criteria.h"

#include "models/domain/rollout.h"

namespace renewal::rollout {

/// The shares that can be computed from `series` (whole, by station, by record system), without points: key
/// "message_send_error_share.668". The title, unit and threshold are the criterion's.
QVector<MetricSeries> shareSeries(const QVector<MetricSeries> &series);

/// The keys of the series a share's points are computed from; empty when `key` is no share of ours.
QStringList shareSources(const QString &key);

/// How far back a point of a share looks: one hour of a quiet night is no rate.
inline constexpr qint64 shareWindowSeconds = 6 * 3'600;

/// One share with its points: per cent over the shareWindowSeconds up to and with each hour, and the count it
/// rests on. An hour in which a source has no value is a gap, and counts in no window; so is one with nothing
/// to divide by. `sources` are those of shareSources(), with points from that much before the first one.
MetricSeries shareOf(const QString &key, const QVector<MetricSeries> &sources);

/// Gives series that a criterion limits their threshold, where their source told none.
void addThresholds(QVector<MetricSeries> &series);

} // namespace renewal::rollout
