// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/metrics.h"
#include "models/simulation/options.h"
#include "models/simulation/region.h"

#include <QByteArray>

namespace renewal::operations {

struct SimulationReport;

/// The files of a simulated region that do not grow with its patients, as their whole content.
QByteArray prescribersFile(const simulation::Region &region);
QByteArray careTeamsFile(const simulation::Region &region);
/// The facilities list of VA.gov, with the record system and the time zone as further attributes.
QByteArray stationsFile(const simulation::Region &region);
/// `patients` holds how many each prescriber has.
QByteArray truthFile(const simulation::Region &region, const QVector<int> &patients);
/// One metric as the answer of a Datadog v1 query: a series for the region, then one for each station.
QByteArray metricFile(const simulation::SimulatedMetric &metric, const simulation::Options &options);
QByteArray rolloutPlanFile(const RolloutPlan &plan);
QByteArray metaFile(const simulation::Region &region, const simulation::Options &options,
                    const SimulationReport &report);

} // namespace renewal::operations
