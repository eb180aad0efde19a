// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/correlation.h"

namespace renewal::store {

class Connection;

/// What a correlation has beside its own row. For CorrelationRepository, inside its transactions.

/// The care teams of divisions, in the order of the divisions; of the correlation's prescriber.
Done readDivisions(Connection &connection, Correlation &correlation);
/// Replaces them.
Done writeDivisions(Connection &connection, const Correlation &correlation);
/// Notes for a link what it rests on today, unless that is known; a link has no change.
Done fillGrounds(Connection &connection, Correlation &correlation);

} // namespace renewal::store
