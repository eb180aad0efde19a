// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

namespace renewal::store {
class Connection;
}

namespace renewal::console {

/// Lets one station of the demo region go to Oracle Health in some weeks: made-up pools for most of its care
/// teams, into which most of their patients went already, a crosswalk of three rows, and the day. Does
/// nothing in a region without a VistA station that has links. For a demo's database only.
Done addDemoCutOver(store::Connection &connection, const Clock &clock);

} // namespace renewal::console
