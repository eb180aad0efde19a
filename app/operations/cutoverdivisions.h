// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/cutoverrecord.h"

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// How many care teams of single divisions the station's prescribers have in VistA.
Result<qint64> vistaDivisions(store::Connection &connection, const QString &parentStation);

/// Gives the divisions back which the day of the cut-over left without a care team, as long as nobody has
/// decided about them since and the team can be written to; their number. After the cut-over is withdrawn,
/// inside the caller's transaction.
Result<qint64> giveBackDivisions(store::Connection &connection, const CutOver &cutOver,
                                 const CutOverStep &step);

} // namespace renewal::operations
