// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/random.h"
#include "models/simulation/region.h"

namespace renewal::simulation {

/// Adds the care teams that a site never cleans up, about `count` of them: a blocked twin with the same name,
/// an INACTIVE team, an open one marked "zz". A third of the patients whom another team took over is still
/// tied to them. A station on Oracle Health has more: the VistA teams that were closed at the cut-over.
void addLeftovers(Region &region, int station, int count, Random &random);

} // namespace renewal::simulation
