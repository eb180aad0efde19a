// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"

#include <QDateTime>
#include <QHash>
#include <QTimeZone>

#include <functional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Works out the renewals of the requests in staging_request and puts them into staging_renewal, some
/// thousand at a time. Runs inside the apply transaction, on the connection's thread.
class ImportRenewals
{
public:
    ImportRenewals(store::Connection &connection, ImportId import, const QDateTime &now)
        : m_connection(connection)
        , m_import(import)
        , m_now(now)
    {
    }

    /// The number of requests to look at.
    Result<qint64> requests() const;
    /// The result is the number of renewals staged; `goOn` returning false stops with Cancelled.
    Result<qint64> stage(const std::function<bool()> &goOn);

private:
    Result<qint64> stagePage(qint64 from, qint64 to);
    QTimeZone zoneOf(const QString &name);

    store::Connection &m_connection;
    ImportId m_import;
    QDateTime m_now;
    QHash<QString, QTimeZone> m_zones; ///< by IANA name
};

} // namespace renewal::operations
