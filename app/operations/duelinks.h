// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/correlation.h"

#include <QSet>
#include <QStringList>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Begins the planned links whose day has come and ends those whose grounds are gone or whose time is over
/// (StaleLinks), with history, audit entry and change, and moves their renewals: one transaction. A planned
/// link whose care team is gone by then does not begin; the prescriber comes back to a person. Lives on the
/// connection's thread; to be run when a service starts, and now and then.
class DueLinks
{
public:
    DueLinks(store::Connection &connection, const QDateTime &now)
        : m_connection(connection)
        , m_now(now)
    {
    }

    /// The parent stations where anything changed.
    Result<QStringList> run();

private:
    Result<QSet<QString>> begin();
    Done beginOne(PrescriberId id);
    Result<bool> isOpen(const QString &parentStation, TriageTeamId careTeam);

    store::Connection &m_connection;
    QDateTime m_now;
};

} // namespace renewal::operations
