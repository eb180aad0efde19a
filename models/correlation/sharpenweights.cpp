// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/sharpenweights.h"

#include "models/correlation/climb.h"
#include "models/correlation/conditionallogit.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

namespace renewal::correlation {

namespace {

// Lower bounds, in bits, of the levels above the lowest one.
constexpr double certaintyBounds[] = {-8, -5, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
constexpr double marginBounds[] = {0.5, 1, 2, 3, 4, 6, 8, 11, 15};

/// What the steps belong to: the fields of the pair, those of the prescriber, and these two.
constexpr int certaintyRow = fieldCount + ownFieldCount;
constexpr int marginRow = certaintyRow + 1;
constexpr int rows = marginRow + 1;
constexpr int everybody = rows * mostLevels; ///< index of the step that all share
static_assert(learntSteps == everybody + 1);

constexpr double stepPrecision = 4.0;
constexpr double sharedPrecision = 0.1;
constexpr double surest = 1e-9;

using Cells = std::array<int, size_t(rows)>;

int levelIn(std::span<const double> bounds, double value)
{
    return int(std::ranges::upper_bound(bounds, value) - bounds.begin());
}

qsizetype bestOf(const Posterior &posterior)
{
    return std::ranges::max_element(posterior.probabilities) - posterior.probabilities.cbegin();
}

double oddsBits(double probability)
{
    const double sure = std::clamp(probability, surest, 1 - surest);
    return std::log2(sure / (1 - sure));
}

/// How many bits the best candidate is ahead of the second.
double marginOf(const Posterior &posterior, qsizetype best)
{
    double second = surest;
    for (qsizetype team = 0; team < posterior.probabilities.size(); ++team) {
        if (team != best)
            second = std::max(second, posterior.probabilities.at(team));
    }
    return std::log2(std::max(surest, posterior.probabilities.at(best)) / second);
}

Cells cellsOf(const Posterior &posterior, const StationEvidence &evidence, qsizetype prescriber)
{
    const qsizetype best = bestOf(posterior);
    const PairLevels &levels = evidence.pair(prescriber, best);
    const OwnLevels &own = evidence.own(prescriber);
    Cells cells{};
    const auto set = [&cells](int row, int level) { cells[size_t(row)] = row * mostLevels + level; };
    for (int field = 0; field < fieldCount; ++field)
        set(field, levels[size_t(field)]);
    for (int field = 0; field < ownFieldCount; ++field)
        set(fieldCount + field, own[size_t(field)]);
    set(certaintyRow, levelIn(certaintyBounds, oddsBits(posterior.probabilities.at(best))));
    set(marginRow, levelIn(marginBounds, marginOf(posterior, best)));
    return cells;
}

/// One decision: what it was based on, and whether the best candidate was right.
struct Case
{
    Cells cells{};
    double start = 0; ///< natural logarithm of the odds
    bool right = false;
};

double sumOf(const QVector<double> &steps, const Cells &cells)
{
    double sum = steps.at(everybody);
    for (const int cell : cells)
        sum += steps.at(cell);
    return sum;
}

/// The slope of the logarithm of the posterior of the steps.
QVector<double> slopeOf(const QVector<double> &steps, const QVector<Case> &cases)
{
    QVector<double> slope(steps.size());
    for (int i = 0; i < steps.size(); ++i)
        slope[i] = -(i == everybody ? sharedPrecision : stepPrecision) * steps.at(i);
    for (const Case &one : cases) {
        const double odds = one.start + sumOf(steps, one.cells);
        const double by = (one.right ? 1 : 0) - 1 / (1 + std::exp(-odds));
        slope[everybody] += by;
        for (const int cell : one.cells)
            slope[cell] += by;
    }
    return slope;
}

/// More patients in common, more certainty or more of a lead never count against a candidate.
void keepRising(QVector<double> &steps)
{
    const auto rise = [&steps](int row, qsizetype levels) {
        makeRising(steps.data() + qsizetype(row) * mostLevels, levels);
    };
    for (int field = 0; field < fieldCount; ++field) {
        if (isAscending(Field(field)))
            rise(field, levelCount(Field(field)));
    }
    rise(certaintyRow, qsizetype(std::size(certaintyBounds)) + 1);
    rise(marginRow, qsizetype(std::size(marginBounds)) + 1);
}

} // namespace

QVector<double> learnFromDecisions(const QVector<LearningStation> &stations, const QVector<Anchor> &decisions,
                                   const Weights &weights)
{
    QVector<Case> cases;
    for (const Anchor &decision : decisions) {
        const StationEvidence &evidence = *stations.at(decision.station).evidence;
        if (evidence.teams() == 0)
            continue;
        const Posterior posterior = posteriorOf(evidence, decision.prescriber, weights);
        const qsizetype best = bestOf(posterior);
        cases.append({cellsOf(posterior, evidence, decision.prescriber),
                      oddsBits(posterior.probabilities.at(best)) / std::numbers::log2e,
                      decision.team == best});
    }
    if (cases.size() < fewestDecisions)
        return {};
    QVector<double> steps(learntSteps, 0.0);
    const auto slope = [&cases](const QVector<double> &at) { return slopeOf(at, cases); };
    climb(steps, double(cases.size()), slope, keepRising);
    for (double &step : steps)
        step *= std::numbers::log2e;
    return steps;
}

void sharpen(Posterior &posterior, const StationEvidence &evidence, qsizetype prescriber,
             const Weights &weights)
{
    if (weights.learnt.isEmpty() || posterior.probabilities.isEmpty())
        return;
    const qsizetype best = bestOf(posterior);
    const double bits = sumOf(weights.learnt, cellsOf(posterior, evidence, prescriber));
    const double odds = std::exp2(bits);
    const double sum = 1 + posterior.probabilities.at(best) * (odds - 1);
    posterior.bits[best] += bits;
    posterior.probabilities[best] *= odds;
    for (double &probability : posterior.probabilities)
        probability /= sum;
    posterior.none /= sum;
}

double learntBits(const Weights &weights, Field field, const PairLevels &levels)
{
    return weights.learnt.value(int(field) * mostLevels + levels[size_t(field)]);
}

} // namespace renewal::correlation
