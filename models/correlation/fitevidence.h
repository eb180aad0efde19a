// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/surnamefit.h"

namespace renewal::correlation {

/// What else is known about the pair besides the names.
struct PairFacts
{
    bool sharesSurname = false; ///< another prescriber at the station has the surname
    bool otherSystem = false;   ///< team and prescriber live in different record systems
    bool otherDivision = false; ///< both name a division, and not the same one
    bool otherPlace = false;    ///< both name a place, and no word of it is common
    bool refused = false;       ///< a person said no to this pair
};

PairFacts pairFacts(const StationIndex &index, qsizetype prescriber, const SurnameFit &fit);

/// The evidence for and against a candidate, strongest kind first. Bits are binary logarithms of how much
/// more often it is seen with the right team than with a wrong one. They are rounded figures from synthetic
/// regions, not fitted to real decisions, and lean to the cautious side.
QVector<Evidence> evidenceFor(const StationIndex &index, qsizetype prescriber, const SurnameFit &fit);

/// What a candidate's bits start from before any evidence: "none of them" has zero.
inline constexpr double priorBits = -4.3;

} // namespace renewal::correlation
