// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/gateway/correlationsgateway.h"

#include <functional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

class StationMemory;

/// Takes a decision of staff about one prescriber and lets matching follow at once: the other cases of the
/// station that it touches are looked at again, and the outcome says which of them moved, and how. Matching
/// follows in a transaction of its own: the decision stands even when that fails; the next matching catches
/// up, and the log says why.
Result<DecisionOutcome> decideAndFollow(store::Connection &connection, const Clock &clock,
                                        StationMemory &memory, PrescriberId prescriber,
                                        const std::function<Result<DecisionOutcome>()> &decide);
/// Reads the station of the prescriber beforehand, where there is time: a decision about it is near. Says
/// nothing when it cannot; the decision will.
void readyToFollow(store::Connection &connection, StationMemory &memory, PrescriberId prescriber);

} // namespace renewal::operations
