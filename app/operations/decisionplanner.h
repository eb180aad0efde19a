// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/careteam.h"
#include "models/gateway/correlationsgateway.h"

#include <optional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// What a decision, or taking one back, makes of a correlation.
struct DecisionPlan
{
    Correlation before;
    Correlation next;
    QString action; ///< audit word
    QString text;   ///< one sentence for the history
    QString note;   ///< of the person, for the audit entry
    QVector<TriageTeamId> refused;
    std::optional<qint64> undoes; ///< the version that is taken back
};

/// Works out what a person's decision makes of a correlation, or why it cannot be taken; writes nothing.
/// Lives on the connection's thread; cheap to make.
class DecisionPlanner
{
public:
    DecisionPlanner(store::Connection &connection, const QDateTime &now, const QString &actor)
        : m_connection(connection)
        , m_now(now)
        , m_actor(actor)
    {
    }

    /// InvalidInput for a team that is not of the prescriber's parent station, for dates that cannot be, and
    /// for a division that is none of the prescriber's; Conflict for a team that is not open
    /// (openTeam()).
    Result<DecisionPlan> plan(const Decision &decision);

private:
    Done planLink(const Decision &decision, DecisionPlan &plan);
    Done planLater(const Decision &decision, const CareTeam &team, DecisionPlan &plan);
    Done planDivision(const Decision &decision, DecisionPlan &plan);
    Done planRefusal(DecisionPlan &plan);

    store::Connection &m_connection;
    QDateTime m_now;
    QString m_actor;
};

} // namespace renewal::operations
