// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/store/metricfeedrepository.h"
#include "models/rest/restmetricfeeds.h"
#include "models/rest/restpage.h"

namespace renewal::service::handlers {

/// Those that are asked now; what the store keeps of others is of no use to anybody.
Answer listMetricFeeds(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto stored = store::MetricFeedRepository(**connection).list();
    if (!stored)
        return problemAnswer(stored.error());
    QVector<MetricFeedState> states;
    for (const exchange::MetricFeed &feed : workplace.options.metrics.feeds.feeds) {
        MetricFeedState state{feed.key, feed.source, feed.query};
        for (const MetricFeedState &one : *stored) {
            if (one.key == state.key && one.source == state.source && one.query == state.query)
                state = one;
        }
        states.append(state);
    }
    return jsonAnswer(rest::itemsJson(states));
}

} // namespace renewal::service::handlers
