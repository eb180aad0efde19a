// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/random.h"
#include "models/simulation/region.h"

namespace renewal::simulation {

/// Names the care teams of one station by its habits and fills the other fields of the recipients list as
/// unevenly as sites do. Of the teams, 54 to 59 in 100 have a name without a person; 13 of those tell the
/// lead in leadProviderName only. Whoever a stale name speaks of may prescribe for the team now and then, so
/// this comes before the patients.
void nameTeams(Region &region, int station, Random &random);

} // namespace renewal::simulation
