// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/metrics.h"

namespace renewal::simulation {

/// What one station did in one hour.
struct MetricHour
{
    qint64 sent = 0;
    qint64 errors = 0;
    qint64 apiErrors = 0; ///< those of the Secure Messaging API
    qint64 webErrors = 0; ///< the others
    qint64 latency = 0;   ///< milliseconds, 95th percentile
    qint64 begun = 0;     ///< renewals that looked for a care team
    qint64 noTeam = 0;    ///< those that found none
    qint64 misrouted = 0;
};

/// Every hour of the window at every station.
QVector<QVector<MetricHour>> metricHours(const Region &region, const Options &options,
                                         const SimulatedFault &fault);

/// Hours whose values are missing everywhere.
bool isInGap(int hour);

} // namespace renewal::simulation
