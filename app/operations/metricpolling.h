// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/metricclient.h"
#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/metricfeedstate.h"
#include "models/exchange/metricfeeds.h"

#include <QHash>
#include <QRandomGenerator>

#include <chrono>
#include <memory>
#include <vector>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Which figures are asked of whom, and how patiently.
struct MetricPollingOptions
{
    using Time = std::chrono::milliseconds;

    exchange::MetricFeeds feeds;
    /// The keys by the name of their source, as read from the files that the feeds name; never logged.
    QHash<QString, std::pair<QByteArray, QByteArray>> keys;
    upstream::MetricLimits limits;
    int firstDays = 60;         ///< how far the first look of a feed goes back
    Time spacing{500};          ///< between two calls to one source
    Time shortestPause{30'000}; ///< after a failure; doubles with each further one
    Time longestPause{3'600'000};
    quint32 seed = 20260302; ///< of the jitter of pauses

    bool isConnected() const { return !feeds.feeds.isEmpty(); }
};

/// Reads the definitions and the key files that they name; relative ones are beside the file. InvalidInput
/// says which file, entry or address is wrong, and what to do.
Result<MetricPollingOptions> readMetricPolling(const QString &path);

/// Asks services for figures and keeps them, one question at a time: what is new, and again what may have
/// come late. Points and how far a feed is stand in one transaction. What a service does not deliver stays a
/// gap. Figures of another source under the same key are never mixed in. No audit entries: nobody decides
/// anything. Lives in one thread.
class MetricPolling
{
public:
    MetricPolling(const MetricPollingOptions &options, const Clock &clock);
    ~MetricPolling();
    MetricPolling(const MetricPolling &) = delete;
    MetricPolling &operator=(const MetricPolling &) = delete;

    struct Step
    {
        bool isIdle = true;                 ///< nothing was due
        std::chrono::milliseconds pause{0}; ///< until something is
    };
    /// Asks one question that is due, if there is one, and handles the thread's events meanwhile. Fails only
    /// for reasons of the database; what a service answers is kept as the feed's state.
    Result<Step> step(store::Connection &connection);

    /// Those to interrupt when the service ends; they belong to the thread.
    QVector<upstream::MetricClient *> clients() const;

private:
    using Time = std::chrono::milliseconds;
    struct Source
    {
        exchange::MetricSource definition;
        std::unique_ptr<upstream::MetricClient> client;
        Time notBefore{0}; ///< steady
        int failures = 0;  ///< in a row
    };
    struct Feed
    {
        exchange::MetricFeed definition;
        std::size_t source = 0;
        Time due{0}; ///< steady
        MetricFeedState state;
    };

    Done load(store::Connection &connection);
    Feed *nextDue(Time now);
    Time pauseUntilDue(Time now) const;
    exchange::MetricQuestion question(const Feed &feed) const;
    Done take(store::Connection &connection, Feed &feed, const exchange::MetricQuestion &asked,
              const exchange::MetricAnswer &answer);
    Result<bool> isOthers(store::Connection &connection, const QVector<MetricSeries> &series) const;
    Done keepProblem(store::Connection &connection, Feed &feed, const upstream::MetricReply &reply);
    Done keep(store::Connection &connection, const MetricFeedState &state, bool hasNews);

    const MetricPollingOptions m_options;
    const Clock &m_clock;
    QRandomGenerator m_random;
    std::vector<Source> m_sources;
    std::vector<Feed> m_feeds;
    bool m_isLoaded = false;
};

} // namespace renewal::operations
