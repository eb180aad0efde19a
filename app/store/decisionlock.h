// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace renewal::store {

class Connection;

/// Lets one writer at a time decide which care team renewals go to: decisions of people, matching, and
/// imports all read links first and write renewals later. Held to the end of the transaction, which must be
/// open.
Done lockDecisions(Connection &connection);

} // namespace renewal::store
