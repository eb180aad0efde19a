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

/// One share with its points: per cent, each with the count it rests on. An hour in which a source has no
/// value, or nothing to divide by, is a gap. `sources` are those of shareSources(), with points.
MetricSeries shareOf(const QString &key, const QVector<MetricSeries> &sources);

/// Gives series that a criterion limits their threshold, where their source told none.
void addThresholds(QVector<MetricSeries> &series);

} // namespace renewal::rollout
