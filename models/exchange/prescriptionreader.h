// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/jsonfields.h"
#include "models/exchange/record.h"

namespace renewal::exchange {

/// Reads one prescription of v1, v2, grouped or MHV upstream shape in one pass over its fields; an object
/// without prescriptionId but with the short form's fields gives a ShortPrescription.
Result<Record> readPrescription(JsonObject object);

} // namespace renewal::exchange
