// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/jsonfields.h"

namespace renewal::exchange {

/// Reads {"rolloutPlan": {"toggle", "environment", "downstream", "stages": [{"name", "percent", "plannedAt",
/// "startedAt", "minimumDays"}], "signOffs": [{"discipline", "stage", "given", "by", "at", "note"}],
/// "incidents": [{"at", "severity", "text", "resolution"}]}} into a RolloutPlan. A toggle, and a name and a
/// percentage from 0 to 100 for each stage, must be there; of a sign-off its discipline and stage, of an
/// incident its time and text. All else may be absent or null.
Result<Record> readRolloutPlan(JsonObject object);

} // namespace renewal::exchange
