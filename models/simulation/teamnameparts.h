// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/region.h"

#include <QString>

namespace renewal::simulation {

/// What the writers of team names share about one team.
struct TeamNameParts
{
    const SimulatedTeam &team;
    const Place &place;
    QString care;   ///< "Primary Care"
    QString code;   ///< "PC"
    QString people; ///< as the habit writes them; empty when nobody is named
    QString number; ///< "3"
    QString letter; ///< "C"
    bool primary;
    bool mental;
    bool service; ///< pharmacy and services: one per station, no number needed
};

} // namespace renewal::simulation
