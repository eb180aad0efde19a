// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/jsonfields.h"

namespace renewal::exchange {

/// Reads {"rolloutPlan": {"toggle", "environment", "stages": [{"name", "percent", "plannedAt",
/// "startedAt"}]}} into a RolloutPlan. An environment or time may be null; a toggle, and a name and a
/// percentage from 0 to 100 for each stage, must be there.
Result<Record> readRolloutPlan(JsonObject object);

} // namespace renewal::exchange
