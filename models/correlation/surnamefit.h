// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/stationindex.h"

namespace renewal::correlation {

/// How one care team's text fits one prescriber's surname.
struct SurnameFit
{
    qsizetype team = 0;                     ///< index into StationInput::careTeams
    bool inLead = false;                    ///< the lead provider has the surname
    bool inName = false;                    ///< the team's name holds it
    bool whole = false;                     ///< false: only one half of a double surname
    GivenMatch given = GivenMatch::Unknown; ///< the best of what lead and name say
    bool givenContradicts = false; ///< the lead has another given name, or the name has and nothing agrees
};

/// Every team of the station whose lead or name holds the surname of prescriber `prescriber`, or a half of
/// it; ascending team index. Empty when the prescriber has no readable name.
QVector<SurnameFit> surnameFits(const StationIndex &index, qsizetype prescriber);

} // namespace renewal::correlation
