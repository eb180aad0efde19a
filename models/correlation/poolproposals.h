// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/engine.h"
#include "models/correlation/lexicon.h"
#include "models/domain/cutover.h"

#include <QVector>

namespace renewal::correlation {

/// The open Oracle Health pools of a station, in ascending id order: what can take an old care team's place.
QVector<CareTeam> openPools(const StationInput &station);

/// Which pool may take the place of each of these old care teams: what the crosswalk says, the words of the
/// names as this station writes them, and the patients in common. One proposal for each, in the order asked;
/// a team that the station does not have is judged by what the crosswalk says alone.
///
/// The bits are set by hand: no cut-over has been counted that weights could be learnt from. A tie, or too
/// little, is Undecided. Pure; the same input gives the same output.
QVector<PoolProposal> proposePools(const StationInput &station, const Lexicon &lexicon,
                                   const QVector<TriageTeamId> &oldTeams,
                                   const QVector<CrosswalkPair> &crosswalk);

} // namespace renewal::correlation
