// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/learnnames.h"

#include <cmath>

namespace renewal::correlation {

namespace {

constexpr int rounds = 30;
constexpr double enough = 1e-6; ///< a round that gains less, by prescriber, is the last
constexpr double pseudo = 0.5;  ///< counts
constexpr double worthTelling = 1e-6;

struct Choice
{
    double chance = 0; ///< by all other evidence
    quint8 level = 0;
};

/// One prescriber: the teams that may be right; all others and "none" are `rest`.
struct Chooser
{
    qsizetype first = 0;
    qsizetype count = 0;
    double rest = 1;
};

/// All prescribers, and how often each level is seen at all.
struct Crowd
{
    QVector<Choice> choices;
    QVector<Chooser> choosers;
    std::array<double, mostLevels> seen{};
    double pairs = 0;
};

Crowd crowdOf(const QVector<LearningStation> &stations, Weights weights)
{
    weights.pair[size_t(Field::Name)].fill(0);
    weights.learnt.clear();
    Crowd crowd;
    for (const LearningStation &station : stations) {
        const StationEvidence &evidence = *station.evidence;
        for (qsizetype i = 0; i < evidence.prescribers(); ++i) {
            const Posterior posterior = posteriorOf(evidence, i, weights);
            Chooser chooser{crowd.choices.size(), 0, 1};
            for (qsizetype team = 0; team < evidence.teams(); ++team) {
                const quint8 level = evidence.pair(i, team)[size_t(Field::Name)];
                const double chance = posterior.probabilities.at(team);
                crowd.seen[level] += 1;
                crowd.pairs += 1;
                if (chance < worthTelling)
                    continue;
                crowd.choices.append({chance, level});
                chooser.rest -= chance;
                ++chooser.count;
            }
            chooser.rest = std::max(chooser.rest, 0.0);
            crowd.choosers.append(chooser);
        }
    }
    return crowd;
}

using Levels = std::array<double, mostLevels>;

/// One round: adds up, by level, how much the right teams show it; returns the logarithm of the likelihood.
double expect(const Crowd &crowd, const Levels &ratio, Levels &shown)
{
    double likelihood = 0;
    for (const Chooser &chooser : crowd.choosers) {
        double sum = chooser.rest;
        for (qsizetype i = chooser.first; i < chooser.first + chooser.count; ++i)
            sum += crowd.choices.at(i).chance * ratio[crowd.choices.at(i).level];
        if (sum <= 0)
            continue;
        likelihood += std::log(sum);
        for (qsizetype i = chooser.first; i < chooser.first + chooser.count; ++i) {
            const Choice &choice = crowd.choices.at(i);
            shown[choice.level] += choice.chance * ratio[choice.level] / sum;
        }
    }
    return likelihood;
}

} // namespace

NameLearning learnNames(const QVector<LearningStation> &stations, const Weights &weights)
{
    const int levels = levelCount(Field::Name);
    const Crowd crowd = crowdOf(stations, weights);
    NameLearning learning;
    if (crowd.choices.isEmpty())
        return learning;
    Levels apart{};
    Levels with{};
    for (int level = 0; level < levels; ++level) {
        apart[size_t(level)] = (crowd.seen[size_t(level)] + pseudo) / (crowd.pairs + pseudo * levels);
        with[size_t(level)] = apart[size_t(level)];
    }
    for (int round = 0; round < rounds; ++round) {
        Levels ratio{};
        double prior = 0;
        for (int level = 0; level < levels; ++level) {
            ratio[size_t(level)] = with[size_t(level)] / apart[size_t(level)];
            prior += pseudo * std::log(with[size_t(level)]);
        }
        Levels shown{};
        learning.likelihood.append(expect(crowd, ratio, shown) + prior);
        double all = pseudo * levels;
        for (int level = 0; level < levels; ++level)
            all += shown[size_t(level)];
        for (int level = 0; level < levels; ++level)
            with[size_t(level)] = (shown[size_t(level)] + pseudo) / all;
        const qsizetype last = learning.likelihood.size() - 1;
        if (last > 0 && learning.likelihood.at(last) - learning.likelihood.at(last - 1) <
                            enough * double(crowd.choosers.size()))
            break;
    }
    for (int level = 0; level < levels; ++level)
        learning.bits[size_t(level)] = std::log2(with[size_t(level)] / apart[size_t(level)]);
    return learning;
}

} // namespace renewal::correlation
