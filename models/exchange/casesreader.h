// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/jsonfields.h"
#include "models/exchange/renewabilitycases.h"

namespace renewal::exchange {

/// readRenewabilityCases() for a document that is parsed already.
Result<QVector<RenewabilityCase>> readRenewabilityCases(JsonObject root);

} // namespace renewal::exchange
