// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/random.h"
#include "models/simulation/region.h"

#include <QVector>

namespace renewal::simulation {

/// Indices with whole-number weights, drawn in proportion to them.
class WeightedIndices
{
public:
    void add(int index, int weight);
    bool isEmpty() const { return m_indices.isEmpty(); }
    /// Must not be empty.
    int pick(Random &random) const;

private:
    QVector<int> m_indices;
    QVector<int> m_cumulated; ///< ascending
};

/// What one patient is tied to, whether Secure Messaging knows it or not. Indices in Region::teams and
/// Region::prescribers; -1: nothing.
struct Ties
{
    int station = 0;
    int primary = -1;
    int mental = -1;
    QVector<int> specialty;
    int community = -1; ///< one outside prescriber a patient keeps
};

/// Draws whose patients people are, who prescribes for them, and which of their ties Secure Messaging shows.
class TieSource
{
public:
    /// Keeps a reference.
    explicit TieSource(const Region &region);

    Ties draw(Random &random) const;
    /// Who writes the next prescription.
    int drawPrescriber(const Ties &ties, Random &random) const;
    /// The care teams of somebody who uses Secure Messaging; at least one of them is open.
    QVector<int> drawTeams(const Ties &ties, Random &random) const;

private:
    struct Local
    {
        WeightedIndices primary; ///< teams, by their panels
        WeightedIndices mental;
        WeightedIndices specialty;
        WeightedIndices community; ///< prescribers, by their reach
        WeightedIndices others;
    };

    void addPrimary(QVector<int> &teams, const Ties &ties, Random &random) const;
    void addLeftovers(QVector<int> &teams, const Ties &ties, Random &random) const;
    bool keeps(int team, Random &random) const;

    const Region &m_region;
    QVector<WeightedIndices> m_staff;  ///< per team
    QVector<QVector<int>> m_leftovers; ///< per team: those whose patients it took over
    QVector<Local> m_locals;           ///< per station
    WeightedIndices m_stations;
};

} // namespace renewal::simulation
