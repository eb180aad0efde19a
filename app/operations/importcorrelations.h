// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/importrepository.h"
#include "models/base/result.h"

#include <QDateTime>
#include <QSet>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Links that another system, or an earlier export, knew. A person's decision here is never overwritten, nor
/// a link that came back to a person begun again; a care team that a person refused, and what a person could
/// not decide here (a blocked care team, a name that two people share) is set aside. Runs inside the apply
/// transaction.
class ImportCorrelations
{
public:
    ImportCorrelations(store::Connection &connection, store::Import &import, const QDateTime &now,
                       const QString &actor)
        : m_connection(connection)
        , m_import(import)
        , m_now(now)
        , m_actor(actor)
    {
    }

    /// The result is the number of links stored, each with its audit entry.
    Result<qint64> store();
    /// The parent stations of the stored ones.
    const QSet<QString> &stations() const { return m_stations; }

private:
    store::Connection &m_connection;
    store::Import &m_import;
    QDateTime m_now;
    QString m_actor;
    QSet<QString> m_stations;
};

} // namespace renewal::operations
