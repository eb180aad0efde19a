// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/metricfeedrepository.h"

#include "app/store/connection.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

Result<QVector<MetricFeedState>> MetricFeedRepository::list()
{
    return m_connection.rows<MetricFeedState>(
        u"SELECT key, source, query, polled_until, looked_at, answered_at, problem, warnings FROM "
        u"metric_feed "
        "ORDER BY key"_s,
        {}, [](const Row &row) {
            return MetricFeedState{
                row.text(0),    row.text(1),    row.text(2), row.instant(3),
                row.instant(4), row.instant(5), row.text(6), row.text(7).split(u'\n', Qt::SkipEmptyParts)};
        });
}

Done MetricFeedRepository::upsert(const MetricFeedState &state)
{
    const auto stored = m_connection.run(
        u"INSERT INTO metric_feed (key, source, query, polled_until, looked_at, answered_at, problem, "
        u"warnings) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET source = excluded.source, "
        "query = excluded.query, polled_until = excluded.polled_until, looked_at = excluded.looked_at, "
        "answered_at = excluded.answered_at, problem = excluded.problem, warnings = excluded.warnings"_s,
        {state.key, text(state.source), text(state.query), bound(state.polledUntil), bound(state.lookedAt),
         bound(state.answeredAt), text(state.problem), text(state.warnings.join(u'\n'))});
    return stored ? ok() : Done(failure(stored.error()));
}

} // namespace renewal::store
