// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/simulation/tables.h"

namespace renewal::operations {

/// The word lists that come with the program (resources/data).
Result<simulation::Tables> loadSimulationTables();

} // namespace renewal::operations
