// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/counterfactual.h"

#include "models/correlation/evidencestory.h"

#include <algorithm>
#include <cmath>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {
/// A certain candidate would have endless odds.
constexpr double leastRest = 1e-12;

double oddsBits(double probability, double rest)
{
    return std::log2(std::max(probability, leastRest) / std::max(rest, leastRest));
}

/// What is left for the others; more exact than one minus a probability that is almost one.
double restOf(const CandidateSet &set, qsizetype candidate)
{
    double rest = std::max(set.noneProbability, 0.0);
    for (qsizetype i = 0; i < set.candidates.size(); ++i) {
        if (i != candidate)
            rest += set.candidates[i].probability;
    }
    return rest;
}
} // namespace

std::optional<Counterfactual> counterfactual(const CandidateSet &set, qsizetype candidate, double bar)
{
    if (candidate < 0 || candidate >= set.candidates.size())
        return std::nullopt;
    const Candidate &judged = set.candidates[candidate];
    const bool falls = judged.probability >= bar;
    QVector<qsizetype> movable;
    for (qsizetype i = 0; i < judged.evidence.size(); ++i) {
        const Evidence &piece = judged.evidence[i];
        if (piece.kind != u"prior" && (falls ? piece.bits > 0 : piece.bits < 0))
            movable.append(i);
    }
    std::ranges::stable_sort(movable, std::ranges::greater(),
                             [&](qsizetype i) { return std::abs(judged.evidence[i].bits); });
    const double barBits = oddsBits(bar, 1 - bar);
    double bits = oddsBits(judged.probability, restOf(set, candidate));
    Counterfactual found;
    for (const qsizetype place : std::as_const(movable)) {
        bits -= judged.evidence[place].bits;
        found.pieces.append(place);
        if (falls ? bits < barBits : bits >= barBits) {
            found.probability = probabilityOfBits(bits);
            return found;
        }
    }
    return std::nullopt;
}

} // namespace renewal::correlation
