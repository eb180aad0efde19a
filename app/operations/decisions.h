// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/decisionplanner.h"
#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/gateway/correlationsgateway.h"

namespace renewal::store {
class Connection;
struct UndoableDecision;
} // namespace renewal::store

namespace renewal::operations {

/// What staff decide about a prescriber. Each decision is one transaction: the correlation, its history, the
/// renewals it moves, the change log and the audit entry stand or fall together. Lives on the connection's
/// thread; cheap to make.
class Decisions
{
public:
    Decisions(store::Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {
    }

    /// What decide() would move; changes nothing and asks for no version.
    Result<DecisionEffect> preview(const Decision &decision);
    /// What decide() would answer, with all of its guards; changes nothing.
    Result<DecisionOutcome> rehearse(const Decision &decision);
    /// A link that begins on a later day is only noted (DueLinks begins it); one of a division leaves what
    /// holds for the others. PreconditionFailed when `decision.version` is stale, with the present
    /// correlation; InvalidInput for a team that is not of the prescriber's parent station, and for a link
    /// without a note when several people share the prescriber's name; Conflict for a blocked one.
    Result<DecisionOutcome> decide(const Decision &decision, const QString &actor);
    /// Takes back the newest decision of a person; what calendar, imports or matching did to the link
    /// meanwhile stays where the decision was about a division or a later day alone. A link that has lost its
    /// grounds, or that a person refused, comes back as stale, not as linked.
    Result<DecisionOutcome> undo(PrescriberId id, qint64 version, const QString &actor);

private:
    /// The plan, when no guard objects to it.
    Result<DecisionPlan> checkedPlan(const Decision &decision, const QString &actor);
    Result<Correlation> beforeDecision(const Correlation &present, const store::UndoableDecision &decision);
    Result<DecisionPlan> planUndo(PrescriberId id, qint64 version, const QString &actor);
    Result<DecisionOutcome> carryOut(const DecisionPlan &plan, const QString &actor);
    Done checkSharedName(const Decision &decision);
    Done checkVersion(const Correlation &present, qint64 version) const;
    Result<QString> waitingReason(const Correlation &correlation);

    store::Connection &m_connection;
    const Clock &m_clock;
};

} // namespace renewal::operations
