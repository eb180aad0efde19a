// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/jsonfields.h"
#include "models/exchange/record.h"

namespace renewal::exchange {

/// The snake_case name of a toggle: "cernerTransition556T5" is cerner_transition_556_t5.
QString toggleName(const QString &delivered);

Result<Record> readFeatureToggle(JsonObject object);  ///< {name, value}
Result<Record> readFlipperFeature(JsonObject object); ///< {key, state, gates: [...]}

} // namespace renewal::exchange
