// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/learnweights.h"

namespace renewal::correlation {

/// Below so many decisions by staff nothing is learnt from them: chance would speak louder.
inline constexpr int fewestDecisions = 200;

/// What staff's decisions teach beyond `weights`: a logistic regression of "the best candidate was right" on
/// the levels of its evidence, on how sure matching was and on how far the second candidate stood behind. It
/// starts from the probability that `weights` give (offset), and a normal prior holds each step near zero, so
/// that few decisions move little. Deterministic. Returns Weights::learnt; empty below fewestDecisions.
QVector<double> learnFromDecisions(const QVector<LearningStation> &stations, const QVector<Anchor> &decisions,
                                   const Weights &weights);

/// Applies what was learnt to the best candidate: its odds against all others, "none" among them, move by the
/// sum of the steps, and the set still adds up to one.
void sharpen(Posterior &posterior, const StationEvidence &evidence, qsizetype prescriber,
             const Weights &weights);

/// The step that belongs to one field's level of the best candidate, in bits; zero when nothing was learnt.
double learntBits(const Weights &weights, Field field, const PairLevels &levels);

} // namespace renewal::correlation
