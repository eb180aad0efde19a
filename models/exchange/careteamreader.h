// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/jsonfields.h"
#include "models/exchange/record.h"

namespace renewal::exchange {

/// Reads one recipient: allrecipients, the legacy list, the upstream's lists and the older forms that say
/// "id" for triageTeamId and "relationshipType" for relationType.
Result<Record> readCareTeam(JsonObject object);

} // namespace renewal::exchange
