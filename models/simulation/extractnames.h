// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/random.h"
#include "models/simulation/region.h"

namespace renewal::simulation {

/// Writes the prescribers of one station as a Medications extract states them: VistA in upper case with
/// middle names and initials, Oracle Health as one display text; with the slips real extracts have (swapped
/// names, credentials in the wrong field, typos, lost hyphens). Notes each slip in the truth's traps.
/// Needs the teams' names, see namingplan.h.
void writeExtractNames(Region &region, int station, quint64 seed, Random &random);

} // namespace renewal::simulation
