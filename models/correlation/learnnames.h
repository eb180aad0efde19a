// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/learnweights.h"

namespace renewal::correlation {

/// What expectation maximisation found about names.
struct NameLearning
{
    std::array<double, mostLevels> bits{}; ///< by level of Field::Name: log2(m / u), not yet capped
    /// The logarithm of the likelihood, with its prior, after each round: never falls.
    QVector<double> likelihood;
};

/// How much more often each level of Field::Name is seen with the right team than with any other, without a
/// label: m by expectation maximisation (Dempster, Laird and Rubin 1977), where the chance that a team is the
/// right one starts from all other evidence; u is the share of all pairs (Fellegi and Sunter 1969). Each
/// prescriber is one exclusive set with "none". A level keeps half a pseudo-count, so none is endless.
NameLearning learnNames(const QVector<LearningStation> &stations, const Weights &weights);

} // namespace renewal::correlation
