// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/correlation.h"
#include "models/domain/renewal.h"

#include <optional>

namespace renewal::operations {

/// What decides where a renewal waits while no person has it in hand.
struct SettledFacts
{
    bool hasPrescription = false;
    bool namesPrescriber = false; ///< the prescription does, whether or not we know who it is
    QString verdictText;          ///< why it may not be renewed; empty when it may, or nobody knows
    PrescriberId prescriber;      ///< invalid: unknown, or two people share the name
    CorrelationStatus status = CorrelationStatus::None;
    TriageTeamId careTeam;
    QString careTeamName;
    std::optional<double> probability;
};

struct SettledState
{
    RenewalState state = RenewalState::NeedsRouting;
    QString reason; ///< one sentence, may be empty
    TriageTeamId careTeam;
    QString careTeamName;
    std::optional<double> probability;

    bool operator==(const SettledState &) const = default;
};

/// The state that follows from the verdict and the correlation alone. Pure.
SettledState settledState(const SettledFacts &facts);

} // namespace renewal::operations
