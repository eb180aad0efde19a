// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/page.h"

#include <QByteArray>
#include <QString>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// The correlations of a scope as an XLSX file, with the columns of the CSV export. Lives on the connection's
/// thread.
class CorrelationWorkbook
{
public:
    /// What an answer of the service may hold: more, and others would have to wait for it.
    static constexpr qint64 mostAnswered = 20'000;

    explicit CorrelationWorkbook(store::Connection &connection)
        : m_connection(connection)
    {
    }

    /// The number of prescribers written to `path`. TooLarge for over `most`.
    Result<qint64> write(const Scope &scope, const QString &path, qint64 most) const;
    /// The same as the file's bytes.
    Result<QByteArray> bytes(const Scope &scope) const;

private:
    store::Connection &m_connection;
};

} // namespace renewal::operations
