// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QStringList>

namespace renewal::store {

class Connection;

/// Makes one large write to `renewal` fast, inside the caller's transaction. When at least as many rows come
/// as there are, indexes, counters and the search index are given up first and built anew in finish(), which
/// costs a third of keeping them row by row; unique indexes stay. A smaller write is left to the triggers.
class RenewalLoad
{
public:
    /// `incoming`: about how many rows will be written.
    static Result<RenewalLoad> begin(Connection &connection, qint64 incoming);
    /// Without it the transaction must not be committed.
    Done finish();

    /// Whether anything was given up.
    bool isBulk() const { return m_isBulk; }

private:
    explicit RenewalLoad(Connection &connection)
        : m_connection(&connection)
    {
    }
    Done giveUp();

    Connection *m_connection;
    bool m_isBulk = false;
    QStringList m_indexes; ///< statements that make them again
};

} // namespace renewal::store
