// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/cutoverrepository.h"
#include "models/base/clock.h"

namespace renewal::operations {

/// Which pool takes the place of an old care team, as a person confirms it: each of the team's prescribers,
/// and those of the same name on the Oracle Health side, is linked to the pool from the day of the cut-over
/// on. Each link is a decision (ManyDecisions) with its own audit entry and can be taken back alone. One
/// transaction; lives on the connection's thread.
class PoolChoices
{
public:
    PoolChoices(store::Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {
    }

    /// An invalid pool means that none is right: the prescribers then wait for a person in the work list.
    /// InvalidInput for what is no open pool of the station, or no old team of the cut-over;
    /// PreconditionFailed when somebody was here since `version`.
    Result<CutOverOutcome> confirm(CutOverId id, qint64 version, const QVector<PoolChoice> &choices,
                                   const QString &actor);
    /// Prescribers about whom somebody decided since are left as they are.
    Result<CutOverOutcome> takeBack(CutOverId id, qint64 version, const QVector<TriageTeamId> &oldTeams,
                                    const QString &actor);
    /// Takes all choices back, inside the caller's transaction.
    Done undoAll(const CutOver &cutOver, const QString &actor, CutOverOutcome &outcome);

private:
    Result<CutOver> begin(CutOverId id, qint64 version);
    Done check(const CutOver &cutOver, const QVector<PoolChoice> &choices);
    Done link(const CutOver &cutOver, const QVector<PoolChoice> &choices, const QString &actor,
              CutOverOutcome &outcome);
    Done undo(const CutOver &cutOver, TriageTeamId oldTeam, const QString &actor, CutOverOutcome &outcome);
    Result<bool> undoOne(const store::CutOverLink &link, const QString &actor);
    Result<CutOverOutcome> finish(CutOverOutcome outcome, const QString &action, const QStringList &oldTeams,
                                  const QString &actor);

    store::Connection &m_connection;
    const Clock &m_clock;
};

} // namespace renewal::operations
