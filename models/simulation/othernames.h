// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/teamnameparts.h"
#include "models/simulation/teamnames.h"

namespace renewal::simulation {

/// The other family of naming habits. Made after the word lists and the weights of matching, and no part of
/// what these were learnt from: regions with it show what matching makes of habits it does not know.
bool isOtherHabit(NamingHabit habit);
QString otherPeople(NamingHabit habit, const QVector<Person> &people, PersonStyle style);
QString otherName(const TeamNameParts &parts);

} // namespace renewal::simulation
