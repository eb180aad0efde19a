// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/gateway/decisionsreport.h"

#include <QVector>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Many decisions of one person, one after the other: from a file, or for cases of the same kind. Each is one
/// of Decisions, with all its guards and its own audit entry, and stands or falls by itself; what is decided
/// so already stays untouched, so that the same list twice changes nothing. A fault of the database takes all
/// back. A row decides only about the prescriber it names by id, parent station and name, and only once.
/// Lives on the connection's thread; cheap to make.
class ManyDecisions
{
public:
    ManyDecisions(store::Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {
    }

    /// What take() would do; changes nothing.
    Result<DecisionsReport> preview(const QVector<IntendedDecision> &rows);
    Result<DecisionsReport> take(const QVector<IntendedDecision> &rows, const QString &actor);

private:
    /// A person's name, or null in a preview.
    Result<DecisionsReport> run(const QVector<IntendedDecision> &rows, const QString *actor);
    Result<ReportedDecision> runOne(const IntendedDecision &row, const QString *actor);
    Done carryOut(const IntendedDecision &row, const QString *actor, ReportedDecision &reported);
    Result<QString> teamName(const QString &station, TriageTeamId team);

    store::Connection &m_connection;
    const Clock &m_clock;
};

} // namespace renewal::operations
