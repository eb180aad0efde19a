// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/learnweights.h"

#include "models/correlation/conditionallogit.h"
#include "models/correlation/learnnames.h"
#include "models/correlation/sharpenweights.h"

#include <algorithm>
#include <cmath>

namespace renewal::correlation {

namespace {

/// A name is worth this many bits at most, by how many others it fits as well, and this many against.
constexpr double mostForName[] = {1.5, 1.0, 0.5};
constexpr double mostAgainstName = -1.0;
/// An anchor whose team is less likely than this by everything else names somebody who left.
constexpr double stillBelieved = 0.02;
constexpr int curveLevels = 14;
constexpr double surest = 0.0005;

bool mayBeAnchor(const StationEvidence &evidence, qsizetype team)
{
    const CareKind kind = evidence.team(team).care.kind;
    return kind != CareKind::Service && kind != CareKind::Pharmacy;
}

bool isUsable(const PairLevels &levels)
{
    return levels[size_t(Field::System)] == 0 && levels[size_t(Field::State)] == 0;
}

/// The only usable team whose words fit the prescriber at all, when they settle it.
std::optional<qsizetype> settledByWords(const StationEvidence &evidence, qsizetype prescriber)
{
    std::optional<qsizetype> found;
    for (qsizetype team = 0; team < evidence.teams(); ++team) {
        const NameFit &fit = evidence.name(prescriber, team);
        if (!isUsable(evidence.pair(prescriber, team)) || fit.level < NameLevel::Rough)
            continue;
        const bool settles =
            fit.level >= NameLevel::Initial && fit.rivals == 0 && mayBeAnchor(evidence, team);
        if (found || !settles)
            return std::nullopt;
        found = team;
    }
    return found;
}

bool hasNone(const OwnLevels &own)
{
    return own[size_t(OwnField::Site)] != 0 || own[size_t(OwnField::Specialty)] == quint8(CareKind::Never);
}

/// In ascending order, merged so that values never rise (pool adjacent violators).
void makeFalling(QVector<double> &values)
{
    for (double &value : values)
        value = -value;
    makeRising(values.data(), values.size());
    for (double &value : values)
        value = std::clamp(-value, surest, 1 - surest);
}

/// The share of values in each level.
QVector<double> sharesIn(const QVector<double> &values, const QVector<double> &bounds)
{
    QVector<double> shares(bounds.size() + 1, 0.0);
    for (const double value : values)
        shares[std::ranges::upper_bound(bounds, value) - bounds.cbegin()] += 1.0 / double(values.size());
    return shares;
}

/// Local false discovery rate of "none" from everybody's values and those of prescribers known to have none.
NoneCurve curveOf(QVector<double> everybody, QVector<double> without)
{
    NoneCurve curve;
    if (everybody.size() < curveLevels || without.isEmpty())
        return curve; // as likely as not, where nobody is known to have none
    curve.chances.clear();
    std::ranges::sort(everybody);
    std::ranges::sort(without);
    for (int level = 1; level < curveLevels; ++level)
        curve.bounds.append(everybody.at(everybody.size() * level / curveLevels));
    const QVector<double> all = sharesIn(everybody, curve.bounds);
    const QVector<double> null = sharesIn(without, curve.bounds);
    // Where those without a team are at home hardly anybody else is: that gives their share of all.
    const double median = without.at(without.size() / 2);
    const auto below = std::ranges::count_if(everybody, [median](double value) { return value <= median; });
    const double share = std::min(0.98, 2.0 * double(below) / double(everybody.size()));
    for (int level = 0; level < curveLevels; ++level) {
        const double smoothed = null.at(level) + 0.5 / double(without.size() * curveLevels);
        const double seen = std::max(all.at(level), 1.0 / double(everybody.size()));
        curve.chances.append(std::min(1.0, share * smoothed / seen));
    }
    makeFalling(curve.chances);
    return curve;
}

void learnCurves(const QVector<LearningStation> &stations, const QVector<Anchor> &anchors, Weights &weights)
{
    std::array<QVector<double>, noneCurves> everybody;
    std::array<QVector<double>, noneCurves> without;
    for (const LearningStation &station : stations) {
        const StationEvidence &evidence = *station.evidence;
        for (qsizetype i = 0; i < evidence.prescribers(); ++i)
            everybody[size_t(noneCurveOf(evidence.own(i)))].append(explanationBits(evidence, i, weights));
    }
    for (const Anchor &anchor : anchors) {
        const StationEvidence &evidence = *stations.at(anchor.station).evidence;
        if (!anchor.team)
            without[size_t(noneCurveOf(evidence.own(anchor.prescriber)))].append(
                explanationBits(evidence, anchor.prescriber, weights));
    }
    for (size_t curve = 0; curve < noneCurves; ++curve)
        weights.none[curve] = curveOf(everybody[curve], without[curve]);
}

/// The level of a field that says nothing, or nothing unusual; the logit leaves open which one is worth zero.
int plainLevel(Field field)
{
    // Chance alone: neither more nor fewer patients than expected.
    constexpr int chance = 4;
    return field == Field::Gathering ? chance : 0;
}

/// Makes the plain level of each field worth nothing. All teams move alike, and "none" is judged against the
/// best of them, so no probability changes.
void centre(Weights &weights)
{
    for (int field = 0; field < fieldCount; ++field) {
        auto &worth = weights.pair[size_t(field)];
        const double plain = worth[size_t(plainLevel(Field(field)))];
        for (int level = 0; level < levelCount(Field(field)); ++level)
            worth[size_t(level)] -= plain;
    }
}

/// What names are worth, within what a name that may be a former one can be worth.
void capNames(const NameLearning &learning, Weights &weights)
{
    for (int level = 0; level < levelCount(Field::Name); ++level) {
        const bool speaksFor = NameLevel(level / 3) > NameLevel::Contradicts;
        const double most = speaksFor ? mostForName[level % 3] : 0;
        weights.pair[size_t(Field::Name)][size_t(level)] =
            std::clamp(learning.bits[size_t(level)], mostAgainstName, most);
    }
}

} // namespace

QVector<Anchor> anchorsOf(const QVector<LearningStation> &stations)
{
    QVector<Anchor> anchors;
    for (qsizetype station = 0; station < stations.size(); ++station) {
        const StationEvidence &evidence = *stations.at(station).evidence;
        for (qsizetype i = 0; i < evidence.prescribers(); ++i) {
            if (hasNone(evidence.own(i))) {
                anchors.append({station, i, std::nullopt});
            } else if (stations.at(station).input->prescribers.at(i).homonyms == 1) {
                if (const auto team = settledByWords(evidence, i))
                    anchors.append({station, i, team});
            }
        }
    }
    return anchors;
}

QVector<Anchor> decisionsOf(const QVector<LearningStation> &stations)
{
    QVector<Anchor> decisions;
    for (qsizetype station = 0; station < stations.size(); ++station) {
        for (const StaffDecision &decision : stations.at(station).input->decided)
            decisions.append({station, decision.prescriber, decision.team});
    }
    return decisions;
}

Weights learnWeights(const QVector<LearningStation> &stations, const QString &version)
{
    QVector<Anchor> anchors = anchorsOf(stations);
    Weights weights = fitConditionalLogit(stations, anchors);
    const QVector<Anchor> all = anchors;
    anchors.removeIf([&](const Anchor &anchor) {
        return anchor.team &&
               logitProbability(*stations.at(anchor.station).evidence, anchor, weights) < stillBelieved;
    });
    weights = fitConditionalLogit(stations, anchors);
    centre(weights);
    learnCurves(stations, all, weights);
    capNames(learnNames(stations, weights), weights);
    weights.version = version;
    weights.learnt = learnFromDecisions(stations, decisionsOf(stations), weights);
    return weights;
}

} // namespace renewal::correlation
