// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/findhit.h"

#include <QStringList>
#include <QVector>

namespace renewal::store {

class Connection;

/// Finds anything by its name: a few renewals, prescribers, care teams and stations for the same words. Fast
/// at any size because it looks at no more than some hundred hits of the search index.
class FindRepository
{
public:
    explicit FindRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// At most query.limit of each kind, in the order of FindKind; nothing for words without a letter or
    /// digit. Every word must fit. Single letters find no renewals: half of them have each.
    Result<QVector<FindHit>> find(const FindQuery &query);

private:
    Result<QVector<FindHit>> renewals(const FindQuery &query, const QStringList &words);
    Result<QVector<FindHit>> prescribers(const FindQuery &query, const QStringList &words);
    Result<QVector<FindHit>> careTeams(const FindQuery &query, const QStringList &words);
    Result<QVector<FindHit>> stations(const FindQuery &query, const QStringList &words);

    Connection &m_connection;
};

} // namespace renewal::store
