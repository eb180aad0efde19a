// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/correlation/evidenceengine.h"
#include "models/correlation/learnweights.h"

#include <functional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// What was learnt, and from what.
struct LearningReport
{
    QString version; ///< "evidence-1.3": the third that was learnt here; empty: too little to learn from
    int stations = 0;
    qint64 anchors = 0;
    qint64 decisions = 0;

    QString text() const; ///< one sentence
};

/// With fewer prescribers that words settle, or who can have no team, the shipped weights are better.
struct LeastToLearn
{
    int named = correlation::fewestAnchors;
    int without = correlation::fewestWithout;
};

/// The weights that matching uses: those learnt from this database last, else the program's own. Lives on the
/// connection's thread; cheap to make.
class MatchingWeights
{
public:
    /// Called with 0 to 1 and what is being done; false stops and stores nothing (Cancelled).
    using Progress = std::function<bool(double, const QString &)>;

    /// From so many stations on a first matching learns by itself; fewer have too little to learn from.
    static constexpr int manyStations = 20;

    explicit MatchingWeights(store::Connection &connection, LeastToLearn least = {})
        : m_connection(connection)
        , m_least(least)
    {
    }

    /// Matching as this database has it.
    Result<correlation::EvidenceEngine> engine(const correlation::Policy &policy = {});
    /// True when nothing was learnt yet and there are many stations.
    Result<bool> wantLearning() const;
    /// Learns from all stations and stores a new version with its audit entry. Where there is too little to
    /// learn from, nothing is stored, and the report says so. The same data gives the same weights, and then
    /// no new version.
    Result<LearningReport> learn(const QString &actor, const Clock &clock, const Progress &progress = {});

private:
    Result<correlation::Weights> weights();
    Result<LearningReport> store(LearningReport report, correlation::Weights learnt, const QString &actor,
                                 const QDateTime &now);

    store::Connection &m_connection;
    LeastToLearn m_least;
};

} // namespace renewal::operations
