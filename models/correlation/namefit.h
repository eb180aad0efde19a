// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/teamreading.h"

namespace renewal::correlation {

/// What the people whom a care team names say about one prescriber.
enum class NameLevel : quint8
{
    Nobody,      ///< it names nobody
    Stranger,    ///< it names somebody who prescribes nothing here
    Colleague,   ///< it names another prescriber of the station
    Contradicts, ///< the surname, and beside it another given name
    Rough,       ///< half of a double surname, or one letter off; nothing beside it
    RoughGiven,  ///< likewise, and the given name or initial agrees
    Surname,     ///< the surname, nothing beside it
    Initial,     ///< surname, and initial or beginning of the given name
    Given,       ///< surname and given name, or a short form of it
};
inline constexpr int nameLevels = 9;

struct NameFit
{
    NameLevel level = NameLevel::Nobody;
    int rivals = 0;      ///< other prescribers whom the same words fit as well
    bool isLead = false; ///< the lead provider's field says so

    bool operator==(const NameFit &) const = default;
};

/// How one person's name goes with a mention, as far as the two texts say: Nobody when it does not at all.
NameLevel compareName(const PersonName &person, const PersonMention &mention, const Lexicon &lexicon);

/// One letter wrong, missing, too many, or two that changed places.
bool isOneLetterOff(const QString &one, const QString &other);

} // namespace renewal::correlation
