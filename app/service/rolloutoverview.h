// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/rolloutgateway.h"

namespace renewal::store {
class Connection;
}

namespace renewal::service {

/// All that the rollout workspace shows but the points of its charts: the plan with its sign-offs, and what
/// models/rollout makes of the series. Series of single stations are left to metricList().
Result<RolloutOverview> rolloutOverview(store::Connection &connection, const QDateTime &now);

/// One series with its points in [from, to]; shares are computed from their sources.
Result<MetricSeries> metricSeries(store::Connection &connection, const QString &key, const QDateTime &from,
                                  const QDateTime &to);
/// All series, the computed shares among them, without points, by title.
Result<QVector<MetricSeries>> metricList(store::Connection &connection);

} // namespace renewal::service
