// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/triage.h"

#include <span>

namespace renewal {

/// One line of the table of states: this action may bring a renewal from here to there. What else must hold
/// (an open care team, the gates, a reason) is not its matter.
struct TriageMove
{
    TriageAction action;
    RenewalState from;
    RenewalState to;
};

/// All moves that a person can make. Taking one back is no move of its own: it restores the state before.
std::span<const TriageMove> triageMoves();

/// Whether the action is possible from this state at all.
bool mayMove(TriageAction action, RenewalState from);
bool mayMove(TriageAction action, RenewalState from, RenewalState to);

} // namespace renewal
