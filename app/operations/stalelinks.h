// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/correlation.h"

#include <QDateTime>
#include <QStringList>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Ends links whose grounds are gone, a person's too: the care team is blocked, moves to Oracle Health, has
/// another name or is not known any more, the station went there, the prescriber moved, the link's validity
/// is over, or it was automatic and its name turns out to be two people's. They become stale, with what
/// changed, with the end of their validity, history, audit entry and change; a person decides anew. When only
/// the care team of one division is gone, that division has none, and what holds for the others goes on with
/// a mark that a person sees. The renewals are the caller's to move (RenewalRepository::moveStation). Runs
/// inside a write transaction that holds the decision lock.
class StaleLinks
{
public:
    StaleLinks(store::Connection &connection, const QDateTime &now, const QString &actor)
        : m_connection(connection)
        , m_now(now)
        , m_actor(actor)
    {
    }

    /// The parent stations where links ended; only `parentStation` is looked at unless it is empty.
    Result<QStringList> end(const QString &parentStation = {});
    /// Looks at the link of one prescriber alone; true when it ended.
    Result<bool> endOf(PrescriberId id);

private:
    Done endOne(PrescriberId id, const LinkChange &change);

    store::Connection &m_connection;
    QDateTime m_now;
    QString m_actor;
};

} // namespace renewal::operations
