// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/careteam.h"
#include "models/domain/cutover.h"

#include <QVector>

namespace renewal::correlation {

/// A crosswalk held against the care teams of one station.
struct FittedCrosswalk
{
    QVector<CrosswalkPair> pairs; ///< ascending, each once
    QVector<CrosswalkProblem> problems;
};

/// Finds the teams that the rows mean: by number, else by name, where case, spaces, symbols and accents do
/// not matter. A number that is not the station's may be another system's, so the name beside it is tried,
/// too; a name that fits two teams fits none. Pure.
FittedCrosswalk fitCrosswalk(const QVector<CrosswalkRow> &rows, const QVector<CareTeam> &careTeams);

} // namespace renewal::correlation
