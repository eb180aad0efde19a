// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/options.h"
#include "models/simulation/region.h"
#include "models/simulation/tables.h"

namespace renewal::simulation {

/// Makes stations, care teams and prescribers of a region. `options` must have passed validate(). Pure: the
/// same tables and options give the same region.
Region buildRegion(const Tables &tables, const Options &options);

} // namespace renewal::simulation
