// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/conditionallogit.h"

#include "models/correlation/climb.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace renewal::correlation {

namespace {

constexpr double priorPrecision = 1.0;

/// All weights in a row: pairs' fields, then own fields; in natural logarithms.
class Row
{
    using Values = std::array<double, size_t(fieldCount + ownFieldCount) * size_t(mostLevels)>;

public:
    static qsizetype size() { return qsizetype(std::tuple_size_v<Values>); }

    double &at(Field field, int level) { return m_values[index(int(field), level)]; }
    double &at(OwnField field, int level) { return m_values[index(fieldCount + int(field), level)]; }
    double &operator[](qsizetype i) { return m_values[size_t(i)]; }
    double operator[](qsizetype i) const { return m_values[size_t(i)]; }

    double of(const PairLevels &levels) const
    {
        double sum = 0;
        for (int field = 0; field < fieldCount; ++field)
            sum += m_values[index(field, levels[size_t(field)])];
        return sum;
    }
    double of(const OwnLevels &levels) const
    {
        double sum = 0;
        for (int field = 0; field < ownFieldCount; ++field)
            sum += m_values[index(fieldCount + field, levels[size_t(field)])];
        return sum;
    }

private:
    static size_t index(int field, int level) { return size_t(field) * mostLevels + size_t(level); }

    Values m_values{};
};

bool isHeldOut(qsizetype i)
{
    const qsizetype field = i / mostLevels;
    return field == int(Field::Name) || field == fieldCount + int(OwnField::Specialty) ||
           field == fieldCount + int(OwnField::Site);
}

/// Probabilities of all teams, "none" last.
void choices(const Row &row, const StationEvidence &evidence, qsizetype prescriber, QVector<double> &out)
{
    const qsizetype teams = evidence.teams();
    out.resize(teams + 1);
    out[teams] = row.of(evidence.own(prescriber));
    for (qsizetype team = 0; team < teams; ++team)
        out[team] = row.of(evidence.pair(prescriber, team));
    const double most = *std::ranges::max_element(out);
    double sum = 0;
    for (double &value : out) {
        value = std::exp(value - most);
        sum += value;
    }
    for (double &value : out)
        value /= sum;
}

/// The gradient of the log-likelihood of all anchors.
Row gradientOf(const Row &row, const QVector<LearningStation> &stations, const QVector<Anchor> &anchors)
{
    Row gradient;
    QVector<double> probabilities;
    for (const Anchor &anchor : anchors) {
        const StationEvidence &evidence = *stations.at(anchor.station).evidence;
        choices(row, evidence, anchor.prescriber, probabilities);
        for (qsizetype team = 0; team < evidence.teams(); ++team) {
            const double wanted = anchor.team == team ? 1 : 0;
            const double by = wanted - probabilities.at(team);
            const PairLevels &levels = evidence.pair(anchor.prescriber, team);
            for (int field = 0; field < fieldCount; ++field)
                gradient.at(Field(field), levels[size_t(field)]) += by;
        }
        const double by = (anchor.team ? 0 : 1) - probabilities.constLast();
        const OwnLevels &levels = evidence.own(anchor.prescriber);
        for (int field = 0; field < ownFieldCount; ++field)
            gradient.at(OwnField(field), levels[size_t(field)]) += by;
    }
    return gradient;
}

Weights weightsOf(Row row)
{
    Weights weights;
    for (int field = 0; field < fieldCount; ++field) {
        for (int level = 0; level < levelCount(Field(field)); ++level)
            weights.pair[size_t(field)][size_t(level)] = row.at(Field(field), level) * std::numbers::log2e;
    }
    for (int field = 0; field < ownFieldCount; ++field) {
        for (int level = 0; level < levelCount(OwnField(field)); ++level)
            weights.own[size_t(field)][size_t(level)] = row.at(OwnField(field), level) * std::numbers::log2e;
    }
    return weights;
}

} // namespace

void makeRising(double *values, qsizetype count)
{
    struct Block
    {
        double mean = 0;
        qsizetype size = 0;
    };
    QVector<Block> blocks;
    for (qsizetype i = 0; i < count; ++i) {
        Block block{values[i], 1};
        while (!blocks.isEmpty() && blocks.constLast().mean > block.mean) {
            const Block before = blocks.takeLast();
            const qsizetype size = before.size + block.size;
            block = {(before.mean * double(before.size) + block.mean * double(block.size)) / double(size),
                     size};
        }
        blocks.append(block);
    }
    qsizetype at = 0;
    for (const Block &block : std::as_const(blocks)) {
        for (qsizetype i = 0; i < block.size; ++i)
            values[at++] = block.mean;
    }
}

Weights fitConditionalLogit(const QVector<LearningStation> &stations, const QVector<Anchor> &anchors)
{
    Row row;
    if (anchors.isEmpty())
        return weightsOf(row);
    const auto slopeOf = [&](const Row &at) {
        Row slope = gradientOf(at, stations, anchors);
        for (qsizetype i = 0; i < Row::size(); ++i)
            slope[i] = isHeldOut(i) ? 0 : slope[i] - priorPrecision * at[i];
        return slope;
    };
    climb(row, double(anchors.size()), slopeOf, [](Row &at) {
        for (int field = 0; field < fieldCount; ++field) {
            if (isAscending(Field(field)))
                makeRising(&at.at(Field(field), 0), levelCount(Field(field)));
        }
    });
    return weightsOf(row);
}

double logitProbability(const StationEvidence &evidence, const Anchor &anchor, const Weights &weights)
{
    const double none = weights.bitsOfNone(evidence.own(anchor.prescriber));
    double sum = std::exp2(none);
    double own = anchor.team ? 0 : sum;
    for (qsizetype team = 0; team < evidence.teams(); ++team) {
        const double odds = std::exp2(weights.bitsWithoutName(evidence.pair(anchor.prescriber, team)));
        sum += odds;
        if (anchor.team == team)
            own = odds;
    }
    return own / sum;
}

} // namespace renewal::correlation
