// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/correlation/evidenceengine.h"
#include "models/gateway/correlationsgateway.h"

#include <functional>
#include <optional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// What a run of matching came to.
struct MatchingReport
{
    int stations = 0;
    qint64 prescribers = 0; ///< looked at
    qint64 linked = 0;      ///< newly linked by matching
    qint64 suggested = 0;   ///< have candidates, and a person must decide
    qint64 withoutCandidates = 0;
    qint64 becameStale = 0; ///< links of matching whose grounds are gone
    DecisionEffect effect;  ///< renewals moved

    QString text() const; ///< one sentence
};

/// Runs an engine over parent stations, one transaction each: candidates, links where the engine is sure,
/// moved renewals, change log and audit. Never touches what a person decided. The same data gives the same
/// result, and a second run changes nothing. Lives on the connection's thread.
class Matching
{
public:
    /// Called with 0 to 1 and what is being done; false stops before the next station (Cancelled).
    using Progress = std::function<bool(double, const QString &)>;

    /// `startedBy` is whom the record names for the run; empty: "matching", which links always name.
    Matching(store::Connection &connection, const correlation::Engine &engine, const Clock &clock,
             const QString &startedBy = {})
        : m_connection(connection)
        , m_engine(engine)
        , m_clock(clock)
        , m_startedBy(startedBy)
    {
    }

    /// What the engine links from. With it, a link that is only less sure than that goes back to the
    /// suggestions; without, as with any other reason, it becomes stale.
    void setPolicy(const correlation::Policy &policy) { m_policy = policy; }

    /// No parent station means all.
    Result<MatchingReport> run(const QStringList &parentStations, const Progress &progress = {});

    /// Takes over the sets of a few prescribers of one station, as run() does for all, and moves the renewals
    /// of these alone; `because` goes into the record. The correlations that changed. The caller has held
    /// store::lockDecisions() since before the sets were made.
    Result<QVector<Correlation>> applyFew(const QString &parentStation, const QVector<CandidateSet> &sets,
                                          const QString &because);

private:
    /// What matching makes of a station, and the newest change that is in it.
    struct Sight
    {
        QVector<CandidateSet> sets;
        qint64 seen = 0;
    };

    Done matchStation(const QString &parentStation, MatchingReport &report);
    Result<Sight> look(const QString &parentStation);
    Result<bool> isOvertaken(const QString &parentStation, qint64 seen);
    Done applySets(const QString &parentStation, const QVector<CandidateSet> &sets, MatchingReport &report);
    Result<QVector<Correlation>> decided(const QVector<CandidateSet> &sets, MatchingReport &station);
    bool isOnlyLessSure(const Correlation &present, const CandidateSet &set) const;
    Correlation next(const Correlation &present, const CandidateSet &set) const;
    Result<QVector<Correlation>> store(const QString &parentStation, const QVector<CandidateSet> &sets,
                                       MatchingReport &station);
    Done recordChanges(const QVector<Correlation> &changed, const QString &note);
    Done recordRun(const QString &parentStation, const MatchingReport &station);

    store::Connection &m_connection;
    const correlation::Engine &m_engine;
    const Clock &m_clock;
    QString m_startedBy;
    std::optional<correlation::Policy> m_policy;
};

} // namespace renewal::operations
