// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"
#include "models/correlation/engine.h"

namespace renewal::store {

/// Adds to a station's input who prescribed for whom and which care teams a patient has. The patients' keys
/// stay here: they are numbered in the order of their keys.
Done readPatientTies(Connection &connection, correlation::StationInput &input);
/// Only which care teams a patient has.
Done readTeamTies(Connection &connection, correlation::StationInput &input);

} // namespace renewal::store
