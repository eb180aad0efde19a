// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"
#include "models/simulation/options.h"

namespace renewal::simulation {

/// Stages A to E with the times they were planned for and began, who signed off for stage C, and what went
/// wrong so far.
RolloutPlan simulateRollout(const Options &options);

} // namespace renewal::simulation
