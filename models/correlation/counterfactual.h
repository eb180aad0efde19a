// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/correlation.h"

#include <QVector>

#include <optional>

namespace renewal::correlation {

/// From here on a candidate is more likely right than wrong.
inline constexpr double evenProbability = 0.5;

/// The least that would have to be unknown for a candidate to be judged otherwise.
struct Counterfactual
{
    QVector<qsizetype> pieces; ///< places in the candidate's evidence, the heaviest first; never empty
    double probability = 0;    ///< of the candidate without them

    bool operator==(const Counterfactual &) const = default;
};

/// The smallest set of a candidate's evidence whose absence takes it over the bar: below it when it stands at
/// or above it, to it or above when it stands below. `bar` is a probability between 0 and 1.
///
/// The candidate's weight is the product of its pieces, and the weights of the others stay, so a piece that
/// is left out moves the odds by its own bits and by nothing else. Hence leaving out the heaviest first is
/// the best choice, and the figure is exact. Where the odds start ("prior") is no fact about the pair and
/// stays.
///
/// nullopt when no set of pieces does it, or there is no such candidate.
std::optional<Counterfactual> counterfactual(const CandidateSet &set, qsizetype candidate, double bar);

} // namespace renewal::correlation
