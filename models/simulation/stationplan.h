// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/options.h"
#include "models/simulation/random.h"

#include <QVector>

namespace renewal::simulation {

/// How many care teams of each role a station has, and how many people prescribe there.
struct StationPlan
{
    int size = 0; ///< against the other stations
    int primaryCare = 0;
    int mentalHealth = 0;
    int specialty = 0;
    int services = 0; ///< without the pharmacy
    int leftovers = 0;
    int prescribers = 0;
};

/// Divides the region's care teams and prescribers among its stations. Stations differ: the largest has six
/// times as many as the smallest. Each has at least what shows every role.
QVector<StationPlan> planStations(const Options &options, Random &random);

} // namespace renewal::simulation
