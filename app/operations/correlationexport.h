// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/extract.h"

#include <QString>

#include <functional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// What the store knows about one id of one extract, as lines of a correlations file: one "auto" or "manual",
/// at most five "suggested", or one "none".
class CorrelationExport
{
public:
    static constexpr int mostSuggested = 5;

    explicit CorrelationExport(store::Connection &connection)
        : m_connection(connection)
    {
    }

    /// Calls `take` for each line, by station and extract id, until it returns false. An empty `extract`
    /// means all. The result is the number of extract ids.
    Result<qint64> each(const QString &extract,
                        const std::function<bool(const ImportedCorrelation &)> &take) const;

private:
    store::Connection &m_connection;
};

} // namespace renewal::operations
