// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/systemgateway.h"

namespace renewal::store {

class Connection;

/// What changed, in the order of commits. Writers of a PostgreSQL database wait here for each other until
/// commit: add late in the transaction.
class ChangeRepository
{
public:
    explicit ChangeRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Inside the caller's transaction.
    Done add(const QString &kind, const QString &subject);
    /// Many at once; above 200 subjects it becomes one change with subject "*".
    Done add(const QString &kind, const QStringList &subjects);
    /// At most `limit` changes after `since`; next is the last one's sequence, or `since`. A reader that
    /// lags behind what prune() dropped gets one change of kind "*" in its place: read everything anew.
    Result<ChangeList> after(qint64 since, int limit = 1000);
    /// The newest sequence number.
    Result<qint64> newest();
    /// Drops all but the newest `keep` entries.
    Done prune(qint64 keep);

private:
    Connection &m_connection;
};

} // namespace renewal::store
