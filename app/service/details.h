// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/gateway/renewalsgateway.h"

#include <QDateTime>

namespace renewal::store {
class Connection;
}

namespace renewal::service {

/// A renewal with all that the store knows about it, read in one state.
Result<RenewalDetail> renewalDetail(store::Connection &connection, RenewalId id, const QDateTime &now);

/// A prescriber with candidates, teams and history, read in one state.
Result<PrescriberDetail> prescriberDetail(store::Connection &connection, PrescriberId id);

} // namespace renewal::service
