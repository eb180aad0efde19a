// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/jsonfields.h"
#include "models/exchange/record.h"

namespace renewal::exchange {

// One line each of the files only a bulk extract has.
Result<Record> readPrescriber(JsonObject object);   ///< prescribers.ndjson
Result<Record> readPatientTeams(JsonObject object); ///< patient_triage_teams.ndjson
Result<Record> readPastRoute(JsonObject object);    ///< renewal_history.ndjson

} // namespace renewal::exchange
