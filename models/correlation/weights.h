// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/correlation/stationevidence.h"

#include <QByteArray>
#include <QVector>

#include <array>

namespace renewal::correlation {

/// How likely it is that a prescriber has no care team at all, by how well the best explanation does. One
/// curve for few, some and many patients.
struct NoneCurve
{
    QVector<double> bounds;       ///< ascending; in bits
    QVector<double> chances{0.5}; ///< one more than bounds; never rises

    double at(double bits) const;
    bool operator==(const NoneCurve &) const = default;
};
inline constexpr int noneCurves = 3;

/// How many steps decisions teach: one for each level of each field, of how sure matching was, and of how far
/// ahead the best candidate was; and one for everybody.
inline constexpr int learntSteps = (fieldCount + ownFieldCount + 2) * mostLevels + 1;

/// What each level of evidence is worth, in bits (binary logarithms of odds). Learnt without labels, see
/// learnweights.h; the version is stored beside each decision.
struct Weights
{
    QString version; ///< "evidence-1"
    std::array<std::array<double, mostLevels>, fieldCount> pair{};
    std::array<std::array<double, mostLevels>, ownFieldCount> own{}; ///< for "none of them"
    std::array<NoneCurve, noneCurves> none;
    /// What decisions by staff taught about the best candidate (sharpenweights.h): learntSteps, or empty.
    QVector<double> learnt;

    /// Reads what toJson() wrote; says what is missing.
    static Result<Weights> fromJson(const QByteArray &json);
    QByteArray toJson() const;

    double worth(Field field, const PairLevels &levels) const
    {
        return pair[size_t(field)][levels[size_t(field)]];
    }
    /// All evidence but the names: these are held out when "none" is judged.
    double bitsWithoutName(const PairLevels &levels) const;
    double bitsOfNone(const OwnLevels &levels) const;

    bool operator==(const Weights &) const = default;
};

/// The exclusive set: one of the teams, or none of them (all probabilities add up to one). Candidate j has
/// the odds 2^bits[j] against 2^noneBits and the other candidates (Sadinle 2017: one-to-one linkage).
struct Posterior
{
    QVector<double> bits;
    double noneBits = 0;
    QVector<double> probabilities; ///< of the teams
    double none = 1;
};

/// What a person's "no" is worth.
inline constexpr double refusedBits = -8;

/// Takes a person's "no" into account: eight bits against the team.
void refuse(Posterior &posterior, qsizetype team);

Posterior posteriorOf(const StationEvidence &evidence, qsizetype prescriber, const Weights &weights);

/// How well the best explanation does before names are looked at, in bits, and the curve that judges it.
double explanationBits(const StationEvidence &evidence, qsizetype prescriber, const Weights &weights);
int noneCurveOf(const OwnLevels &levels);

} // namespace renewal::correlation
