// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/options.h"
#include "models/simulation/random.h"
#include "models/simulation/region.h"
#include "models/simulation/stationplan.h"

#include <QHash>

namespace renewal::simulation {

/// Fills one station of a region with care teams. The people come after it (staffing.h), then the names of
/// teams and of prescribers (namingplan.h, extractnames.h).
class StationBuilder
{
public:
    /// Works on region.stations[station], whose places are there already. All references must outlive it.
    StationBuilder(Region &region, const Options &options, int station, Random &random);
    void addTeams(const StationPlan &plan);

private:
    int addTeam(TeamRole role, int place, int subject);
    int kept(TeamRole role);

    Region &m_region;
    const Options &m_options;
    Random &m_random;
    int m_index;
    bool m_inChange; ///< teams are being made anew: many ties are still to the old ones
    QHash<quint64, int> m_ordinals;

    SimulatedStation &station() { return m_region.stations[m_index]; }
};

} // namespace renewal::simulation
