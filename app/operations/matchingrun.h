// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/matching.h"
#include "app/operations/matchingweights.h"

#include <optional>

namespace renewal::operations {

/// What a run of matching is to do.
struct MatchingOrder
{
    QStringList parentStations; ///< none: all
    bool learn = false;         ///< learn the weights first; a first run over many stations does so by itself
    QString startedBy;          ///< whom the record names; empty: "matching"
};

struct MatchingRun
{
    std::optional<LearningReport> learning;
    MatchingReport report;
    qint64 milliseconds = 0; ///< of matching alone
};

/// Matching as staff and jobs run it: with the threshold that holds now, with weights learnt when that is
/// asked for or due, then over the stations. Errors are those of Matching::run() and
/// MatchingWeights::learn().
Result<MatchingRun> runMatching(store::Connection &connection, const Clock &clock, const MatchingOrder &order,
                                const Matching::Progress &progress = {});

} // namespace renewal::operations
