// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/gateway/reportsgateway.h"

#include <QString>

#include <functional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Writes what a view of the queue holds to a file: all of it as it is at one moment, in the order of the
/// view, however much that is, in memory that does not grow with it. Who exports what is in the record first,
/// with the reason when patient keys are written whole.
class QueueExport
{
public:
    /// Told how many of how many are written; false stops with ErrorCode::Cancelled.
    using Tell = std::function<bool(qint64 written, qint64 all)>;

    QueueExport(store::Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {
    }

    /// The result is how many renewals are in the file. TooLarge when there are more than the format takes.
    Result<qint64> write(const RenewalExport &wanted, const QString &actor, const QString &path,
                         const Tell &tell) const;

    static constexpr int atOnce = 1000;

private:
    Done record(const RenewalExport &wanted, const QString &actor) const;

    store::Connection &m_connection;
    const Clock &m_clock;
};

} // namespace renewal::operations
