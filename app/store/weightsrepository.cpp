// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/weightsrepository.h"

#include "app/store/connection.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

Result<std::optional<StoredWeights>> WeightsRepository::newest()
{
    const auto rows = m_connection.rows<StoredWeights>(
        u"SELECT version, learnt_by, learnt_at, stations, anchors, decisions, document FROM matching_weights "
        "ORDER BY version DESC LIMIT 1"_s,
        {}, [](const Row &row) {
            return StoredWeights{row.number(0), row.text(1),   row.instant(2),      int(row.number(3)),
                                 row.number(4), row.number(5), row.text(6).toUtf8()};
        });
    if (!rows)
        return failure(rows.error());
    return rows->isEmpty() ? std::optional<StoredWeights>() : rows->constFirst();
}

Done WeightsRepository::add(const StoredWeights &weights)
{
    const auto stored =
        m_connection.run(u"INSERT INTO matching_weights (version, learnt_by, learnt_at, stations, anchors, "
                         u"decisions, document) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                         {weights.version, text(weights.learntBy), bound(weights.learntAt), weights.stations,
                          weights.anchors, weights.decisions, QString::fromUtf8(weights.document)});
    return stored ? ok() : Done(failure(stored.error()));
}

} // namespace renewal::store
