// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/cutover.h"
#include "models/items/roles.h"

#include <QString>

namespace renewal::items {

/// "Dec 5, 2026"
QString dayText(const QDate &date);
/// "Phase p2, 12 days to go", "Phase p7, 9 days ago", "100 days to go"
QString phaseText(const QDate &date, const QDate &today);
/// What entering a day would do, as sentences.
QString cutOverEffectText(const CutOverEffect &effect, const QDate &date);
/// What is known of a cut-over, in one line below its title.
QString cutOverFacts(const CutOver &cutOver, const QDate &today);

/// How sure a proposal is, in a word and a figure: "Strong 97 %"; "Undecided".
QString strengthText(const PoolProposal &proposal);
Tone strengthTone(ProposalStrength strength);
/// "4 prescribers: Okafor, Chidi; Smith, Ann; ..."
QString prescribersText(const CutOverTeam &team);

QString confirmedText(const CutOverOutcome &outcome);
QString takenBackText(const CutOverOutcome &outcome);
QString withdrawnText(const CutOverOutcome &outcome);

} // namespace renewal::items
