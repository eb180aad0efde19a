// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/weights.h"

#include <optional>

namespace renewal::correlation {

/// One station to learn from; borrowed.
struct LearningStation
{
    const StationInput *input = nullptr;
    const StationEvidence *evidence = nullptr;
};

/// What a prescriber is known for without asking anybody: a team that its words settle beyond doubt, or that
/// no team can exist. None of this is a person's decision.
struct Anchor
{
    qsizetype station = 0;
    qsizetype prescriber = 0;
    std::optional<qsizetype> team; ///< empty: has none
};

QVector<Anchor> anchorsOf(const QVector<LearningStation> &stations);

/// What staff decided, as anchors.
QVector<Anchor> decisionsOf(const QVector<LearningStation> &stations);

/// Below so many anchors with a team, or without one, the shipped weights are better than learnt ones.
inline constexpr int fewestAnchors = 400;
inline constexpr int fewestWithout = 100;

/// Learns the weights without labels:
/// 1. a conditional logit over all teams of the station and "none", on the anchors, names held out; weights
///    of patients' overlap never fall from level to level; anchors that the rest speaks against are dropped
///    (a name may be a former one) and it is learnt again;
/// 2. the chance of "none" by how well the best explanation does: local false discovery rate, the share of
///    anchors without a team against everybody (Efron 2004, two-groups model), in three groups by patients;
/// 3. what names are worth, by expectation maximisation over all prescribers (learnnames.h), capped: a name
/// that
///    stands there may be a former one;
/// 4. what staff decided, where there is enough of it (sharpenweights.h).
/// Deterministic: the same stations in the same order give the same bits. Pure; any thread.
Weights learnWeights(const QVector<LearningStation> &stations, const QString &version);

} // namespace renewal::correlation
