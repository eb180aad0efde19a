// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/metricpolling.h"

#include "app/store/changerepository.h"
#include "app/store/metricfeedrepository.h"
#include "app/store/metricrepository.h"
#include "app/store/transaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using exchange::MetricAnswer;
using exchange::MetricQuestion;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MetricPolling)
};

/// Of one question, so that a first look over months goes in pieces.
constexpr qint64 mostSteps = 2'000;

QDateTime stepBegin(const QDateTime &at, int stepSeconds)
{
    const qint64 seconds = at.toSecsSinceEpoch();
    return QDateTime::fromSecsSinceEpoch(seconds - seconds % stepSeconds, Qt::UTC);
}

/// What is wrong with one query says nothing of the others.
bool concernsSource(ErrorCode code)
{
    return code != ErrorCode::InvalidInput && code != ErrorCode::TooLarge;
}
} // namespace

MetricPolling::MetricPolling(const MetricPollingOptions &options, const Clock &clock)
    : m_options(options)
    , m_clock(clock)
    , m_random(options.seed)
{
    for (const exchange::MetricSource &source : options.feeds.sources) {
        const auto [key, applicationKey] = options.keys.value(source.name);
        m_sources.push_back({source, std::make_unique<upstream::MetricClient>(
                                         upstream::MetricEndpoint{source.backEnd, source.url, key,
                                                                  applicationKey, source.property},
                                         options.limits)});
    }
    for (const exchange::MetricFeed &feed : options.feeds.feeds) {
        const auto source = std::ranges::find_if(
            m_sources, [&feed](const Source &one) { return one.definition.name == feed.source; });
        m_feeds.push_back({feed, static_cast<std::size_t>(source - m_sources.begin()), Time(0),
                           MetricFeedState{feed.key, feed.source, feed.query}});
    }
}

MetricPolling::~MetricPolling() = default;

QVector<upstream::MetricClient *> MetricPolling::clients() const
{
    QVector<upstream::MetricClient *> all;
    for (const Source &source : m_sources)
        all.append(source.client.get());
    return all;
}

Result<MetricPolling::Step> MetricPolling::step(store::Connection &connection)
{
    if (!m_isLoaded) {
        if (const Done loaded = load(connection); !loaded)
            return failure(loaded.error());
    }
    const Time now = m_clock.steady();
    Feed *feed = nextDue(now);
    if (!feed)
        return Step{true, pauseUntilDue(now)};
    Source &source = m_sources[feed->source];
    const MetricQuestion asked = question(*feed);
    const upstream::MetricReply reply = source.client->ask(asked);
    source.notBefore = m_clock.steady() + m_options.spacing;
    const Done kept =
        reply.answer ? take(connection, *feed, asked, *reply.answer) : keepProblem(connection, *feed, reply);
    if (!kept) {
        feed->due = m_clock.steady() + m_options.shortestPause; // the database's fault: the same again
        return failure(kept.error());
    }
    return Step{false, Time(0)};
}

Done MetricPolling::load(store::Connection &connection)
{
    const auto stored = store::MetricFeedRepository(connection).list();
    if (!stored)
        return failure(stored.error());
    for (Feed &feed : m_feeds) {
        for (const MetricFeedState &state : *stored) {
            const bool isSame = state.key == feed.definition.key && state.source == feed.definition.source &&
                                state.query == feed.definition.query;
            if (isSame)
                feed.state = state;
        }
    }
    m_isLoaded = true;
    return ok();
}

/// The one that waits longest, of the sources that may be asked.
MetricPolling::Feed *MetricPolling::nextDue(Time now)
{
    Feed *next = nullptr;
    for (Feed &feed : m_feeds) {
        if (feed.due <= now && m_sources[feed.source].notBefore <= now && (!next || feed.due < next->due))
            next = &feed;
    }
    return next;
}

MetricPolling::Time MetricPolling::pauseUntilDue(Time now) const
{
    Time next = now + m_options.longestPause;
    for (const Feed &feed : m_feeds)
        next = std::min(next, std::max(feed.due, m_sources[feed.source].notBefore));
    return std::max(next - now, Time(1));
}

/// From where the feed is, and what may have come late before that.
MetricQuestion MetricPolling::question(const Feed &feed) const
{
    const int step = feed.definition.stepSeconds;
    const QDateTime now = stepBegin(m_clock.now(), step);
    const QDateTime first =
        feed.state.polledUntil.isValid()
            ? feed.state.polledUntil.addSecs(-std::max(feed.definition.delaySeconds, step))
            : now.addDays(-m_options.firstDays);
    const QDateTime from = stepBegin(first, step);
    // At least as far again as it goes back, else a long delay would never let it come forward.
    const qint64 steps = std::max(mostSteps, 2 * qint64(feed.definition.delaySeconds) / step + 2);
    return {feed.definition.query, from, std::min(now, from.addSecs(steps * step)), step};
}

Done MetricPolling::take(store::Connection &connection, Feed &feed, const MetricQuestion &asked,
                         const MetricAnswer &answer)
{
    Source &source = m_sources[feed.source];
    const auto series =
        exchange::storedSeries(feed.definition, source.definition.backEnd, answer, m_clock.now());
    const auto others = isOthers(connection, series);
    if (!others)
        return failure(others.error());
    if (*others) {
        return keepProblem(
            connection, feed,
            {failure(ErrorCode::InvalidInput,
                     Texts::tr("Figures of another source stand under this key; remove them, or "
                               "give the feed another key.")),
             0});
    }
    auto transaction = store::Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    store::MetricRepository metrics(connection);
    for (const MetricSeries &one : series) {
        if (const Done stored = metrics.upsert(one); !stored)
            return stored;
    }
    MetricFeedState state = feed.state;
    state.polledUntil = asked.to;
    state.lookedAt = state.answeredAt = m_clock.now();
    state.problem.clear();
    state.warnings = exchange::knownTraps(feed.definition, source.definition.backEnd) + answer.warnings;
    const bool hasNews =
        std::ranges::any_of(series, [](const MetricSeries &one) { return !one.points.isEmpty(); });
    if (const Done kept = keep(connection, state, hasNews || !feed.state.problem.isEmpty()); !kept)
        return kept;
    if (const Done done = transaction->commit(); !done)
        return done;
    feed.state = state;
    source.failures = 0;
    const bool isBehind = asked.to < stepBegin(m_clock.now(), asked.stepSeconds);
    feed.due =
        m_clock.steady() +
        (isBehind ? Time(0)
                  : std::chrono::duration_cast<Time>(std::chrono::seconds(source.definition.pollSeconds)));
    return ok();
}

Result<bool> MetricPolling::isOthers(store::Connection &connection, const QVector<MetricSeries> &series) const
{
    const auto present = store::MetricRepository(connection).list();
    if (!present)
        return failure(present.error());
    return std::ranges::any_of(series, [&present](const MetricSeries &one) {
        return std::ranges::any_of(*present, [&one](const MetricSeries &there) {
            return there.key == one.key && there.source != one.source;
        });
    });
}

Done MetricPolling::keepProblem(store::Connection &connection, Feed &feed, const upstream::MetricReply &reply)
{
    const Error &error = reply.answer.error();
    if (error.code == ErrorCode::Cancelled)
        return ok(); // the service ends
    MetricFeedState state = feed.state;
    state.lookedAt = m_clock.now();
    state.problem = error.text;
    auto transaction = store::Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done kept = keep(connection, state, state.problem != feed.state.problem); !kept)
        return kept;
    if (const Done done = transaction->commit(); !done)
        return done;
    feed.state = state;
    Source &source = m_sources[feed.source];
    const Time poll = std::chrono::seconds(source.definition.pollSeconds);
    if (!concernsSource(error.code)) {
        feed.due = m_clock.steady() + poll;
        return ok();
    }
    ++source.failures;
    const Time doubled =
        std::min(m_options.longestPause, m_options.shortestPause * (1 << std::min(source.failures - 1, 20)));
    const Time scattered(doubled.count() / 2 + m_random.bounded(static_cast<int>(doubled.count() / 2) + 1));
    source.notBefore =
        m_clock.steady() + std::max<Time>(scattered, std::chrono::seconds(reply.retryAfterSeconds));
    feed.due = source.notBefore;
    return ok();
}

Done MetricPolling::keep(store::Connection &connection, const MetricFeedState &state, bool hasNews)
{
    if (const Done stored = store::MetricFeedRepository(connection).upsert(state); !stored)
        return stored;
    return hasNews ? store::ChangeRepository(connection).add(u"rollout"_s, u"metric/"_s + state.key) : ok();
}

} // namespace renewal::operations
