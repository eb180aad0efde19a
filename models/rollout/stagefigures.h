// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"
#include "models/domain/rolloutreport.h"
#include "models/rollout/stageclock.h"

#include <QStringList>

namespace renewal::rollout {

/// The keys of the series that funnel() adds up, in the order of the flow.
QStringList funnelKeys();
/// How many people came how far in the present stage. Steps without any figure are left out.
QVector<FunnelStep> funnel(const QVector<MetricSeries> &series, const StageClock &clock,
                           const QDateTime &now);

/// The present stage in figures. Errors by type need series with the label error_type.
StageSummary stageSummary(const QVector<MetricSeries> &series, const StageClock &clock, const QDateTime &now);

} // namespace renewal::rollout
