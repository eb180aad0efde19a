// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/jsonfields.h"
#include "models/exchange/record.h"

namespace renewal::exchange {

/// Reads one facility: an entry of the VAMC list with its EHR system, or one of the facilities API (which
/// does not state the EHR: then Station::ehrStated is false).
Result<Record> readStation(JsonObject object);

} // namespace renewal::exchange
