// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/cutoverrepository.h"
#include "models/base/clock.h"

namespace renewal::operations {

/// The day on which a station goes to Oracle Health: entering it gives every open link of its VistA
/// prescribers that day as its end, withdrawing it gives the former ends back. Each is one transaction with
/// its audit entries. Lives on the connection's thread; cheap to make.
class CutOvers
{
public:
    CutOvers(store::Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {
    }

    /// Those in force, with the number of old care teams and of those nobody decided about.
    Result<QVector<CutOver>> list();
    Result<CutOver> find(CutOverId id);
    /// What enter() would do; changes nothing.
    Result<CutOverEffect> preview(const CutOverEntry &entry);
    /// InvalidInput for a day or a station that cannot be, Conflict when the station has a day already. A day
    /// that is over ends the links at once.
    Result<CutOver> enter(const CutOverEntry &entry, const QString &actor);
    /// Takes back the choices of pools, too. What somebody decided otherwise since is left as it is.
    Result<CutOverOutcome> withdraw(CutOverId id, qint64 version, const QString &reason,
                                    const QString &actor);

private:
    Result<CutOver> checked(const CutOverEntry &entry);
    Result<bool> giveBack(const CutOver &cutOver, const store::CutOverLink &link, const QString &actor);
    Done giveBackAll(const CutOver &cutOver, const QString &actor, CutOverOutcome &outcome);

    store::Connection &m_connection;
    const Clock &m_clock;
};

/// Fills the number of old care teams, and of those that are open.
Done countTeams(store::Connection &connection, CutOver &cutOver);

} // namespace renewal::operations
