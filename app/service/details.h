// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/stationmemory.h"
#include "models/gateway/correlationsgateway.h"
#include "models/gateway/renewalsgateway.h"

#include <QDateTime>

namespace renewal::store {
class Connection;
}

namespace renewal::service {

/// A renewal with all that the store knows about it, read in one state. `isConnected`: routed ones are sent.
Result<RenewalDetail> renewalDetail(store::Connection &connection, RenewalId id, const QDateTime &now,
                                    bool isConnected = false);

/// A prescriber with candidates, teams and history, read in one state.
Result<PrescriberDetail> prescriberDetail(store::Connection &connection, PrescriberId id);
/// The care teams of the prescriber's parent station that fit the search; each that is no candidate with what
/// matching holds against it.
Result<QVector<TeamChoice>> teamChoices(store::Connection &connection, operations::StationMemory &stations,
                                        PrescriberId id, const QString &search);

} // namespace renewal::service
