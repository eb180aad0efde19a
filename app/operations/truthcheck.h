// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/correlation/matchingcheck.h"

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Compares what matching stored with the truth.csv of a simulated region. Prescribers are found by the ids
/// of the extract they came from; of those behind one name, no team is right. An empty parent station means
/// all. NotFound for an unreadable file, InvalidInput for a broken one, or one that is of none of these
/// prescribers.
Result<correlation::MatchingCheck> checkAgainstTruth(store::Connection &connection, const QString &path,
                                                     const QString &parentStation = {});

} // namespace renewal::operations
