// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/random.h"
#include "models/simulation/region.h"

#include <QString>

namespace renewal::simulation {

/// How a team's name writes the people it speaks of.
enum class PersonStyle
{
    Full,           ///< "Lydon, John R. Md", "SMITH_ALLEN", "Grace Douglas, Md"
    SurnameInitial, ///< "Koral, L"
    Surname,        ///< "Dr. Gonzalez"
};

/// "full", "surname+initial", "surname": the words of truth.csv.
QString toString(PersonStyle style);

/// The name of a care team as the administrators of its place write it. `team.named` says whom it speaks
/// of; with nobody named it tells teams apart by number, letter or colour.
QString teamName(const SimulatedTeam &team, const SimulatedStation &station, PersonStyle style,
                 Random &random);

/// "Location | Care type | Team - Lead" as pilot sites show it to Veterans.
QString suggestedName(const SimulatedTeam &team, const SimulatedStation &station);

} // namespace renewal::simulation
