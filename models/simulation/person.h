// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/random.h"
#include "models/simulation/tables.h"

#include <QString>

namespace renewal::simulation {

/// A made-up member of staff. Names stand in title case ("Lydon", "Ortiz-Baker").
struct Person
{
    QString given;
    QString middle; ///< a name, an initial, or empty
    QString family;
    QString suffix;     ///< "Jr", "III" or empty
    QString nickname;   ///< what colleagues write instead of `given`; empty when nothing is usual
    QString credential; ///< "MD", "NP", "PharmD"

    bool hyphenated() const { return family.contains(u'-'); }
    bool operator==(const Person &) const = default;
};

/// Draws a person. About 4 % have a hyphenated family name, 3 % a suffix, half a middle name or initial.
Person drawPerson(const Tables &tables, Random &random, const QString &credential);

/// "SMITH" reads "Smith", "ORTIZ-BAKER" reads "Ortiz-Baker".
QString titleCase(const QString &upper);
/// One slip of the keyboard: two letters swapped, one dropped or one doubled; never the first letter.
QString withTypo(const QString &text, Random &random);

} // namespace renewal::simulation
