// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/settledstate.h"
#include "app/store/triagerepository.h"
#include "models/domain/careteam.h"
#include "models/domain/correlation.h"
#include "models/domain/outbox.h"
#include "models/domain/triage.h"

#include <optional>

namespace renewal::operations {

/// All that decides about one action on one renewal, as it is now.
struct TriageFacts
{
    store::TriageSubject subject;
    std::optional<Correlation> correlation;  ///< of its prescriber, when that is known
    std::optional<CareTeam> team;            ///< where it would be routed to, when there is such a team
    bool mayNotBeRenewed = false;            ///< the verdict, as far as a person having it in hand hides it
    std::optional<QString> cutOverDay;       ///< on which its parent station went to Oracle Health
    SettledState settled;                    ///< where it would wait if nobody had it in hand
    std::optional<OutboxEntry> sending = {}; ///< of a routed one: how far its sending is
    std::optional<bool> renewable = {};      ///< by its gates; nullopt: they do not tell
    QString gate = {};                       ///< that decided
    QString gateText = {};                   ///< why, one sentence
    RenewalOrder former = {};                ///< as it was prescribed before
    std::optional<Renewal> kept = {};        ///< the one it would be a duplicate of
    std::optional<CareTeam> addressed = {};  ///< the care team that the Veteran wrote to
};

/// What an action makes of one renewal, or why it makes nothing of it.
struct TriagePlan
{
    std::optional<store::TriageState> next;
    QString told;          ///< one sentence for the history
    TriageRefusal refusal; ///< when there is no `next`
    QString tell = {};     ///< a care team that a person has to tell of it
};

/// The rules of every action, on the table of triageMoves(). Pure. They never guess: what they cannot be sure
/// of they refuse.
TriagePlan planTriage(const TriageRequest &request, const TriageFacts &facts, const QDateTime &now);

/// A state in which a renewal waits while no person has it in hand.
store::TriageState waiting(const SettledState &settled);

} // namespace renewal::operations
