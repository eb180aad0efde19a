// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/jsonfields.h"
#include "models/exchange/record.h"

namespace renewal::exchange {

/// Maps one Oracle Health FHIR R4 MedicationRequest, with its contained MedicationDispenses and Tasks, to a
/// prescription as the VA.gov adapter does (contracts.md 1.4, 1.5), keeping what the adapter drops:
/// requester and patient references. The station comes from the newest dispense's location.
///
/// Two things differ because a reader has no clock: refillStatus never becomes "expired" (the expiration
/// date tells), and a refill Task counts however old it is.
Result<Record> readMedicationRequest(JsonObject resource);

} // namespace renewal::exchange
