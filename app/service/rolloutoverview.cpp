// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/rolloutoverview.h"

#include "app/store/metricrepository.h"
#include "app/store/rolloutrepository.h"
#include "app/store/stationrepository.h"
#include "models/rollout/evaluation.h"
#include "models/rollout/metricscope.h"
#include "models/rollout/notices.h"
#include "models/rollout/readiness.h"
#include "models/rollout/shareseries.h"
#include "models/rollout/stagefigures.h"

#include <algorithm>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
/// How far back the time before the rollout is looked at.
constexpr int daysBefore = 60;

/// The keys of the series that criteria, funnel and summary add up: those of everything, and of errors by
/// kind.
QStringList wholeKeys(const QVector<MetricSeries> &series, const QVector<rollout::Criterion> &criteria)
{
    QStringList bases = rollout::funnelKeys();
    for (const rollout::Criterion &criterion : criteria)
        bases += QStringList{criterion.metric} + criterion.counted + criterion.of;
    QStringList keys;
    for (const MetricSeries &one : series) {
        const rollout::MetricScope scope = rollout::scopeOf(one);
        const bool isKind = !scope.errorType.isEmpty() && scope.station.isEmpty();
        if ((scope.isWhole() || isKind) && bases.contains(scope.base))
            keys.append(one.key);
    }
    return keys;
}

QStringList stationKeys(const QVector<MetricSeries> &series, const QVector<rollout::NoticeRule> &rules)
{
    QStringList keys;
    for (const MetricSeries &one : series) {
        const rollout::MetricScope scope = rollout::scopeOf(one);
        const bool wanted = std::ranges::any_of(rules, [&](const rollout::NoticeRule &rule) {
            return scope.base == rule.counted || scope.base == rule.of;
        });
        if (wanted && !scope.station.isEmpty())
            keys.append(one.key);
    }
    return keys;
}

/// Of the series that were read for the verdicts: notices look at the day before it.
QDateTime newestFigure(const QVector<MetricSeries> &series, const QDateTime &now)
{
    QDateTime newest;
    for (const MetricSeries &one : series) {
        for (auto point = one.points.crbegin(); point != one.points.crend(); ++point) {
            if (!point->value)
                continue;
            newest = newest.isValid() ? std::max(newest, point->at) : point->at;
            break;
        }
    }
    return newest.isValid() ? newest : now;
}

Done addNotices(store::Connection &connection, RolloutOverview &overview, const QDateTime &newest,
                const QDateTime &now)
{
    const QVector<rollout::NoticeRule> rules = rollout::noticeRules();
    const auto series = store::MetricRepository(connection)
                            .read(stationKeys(overview.series, rules), newest.addDays(-1), now);
    if (!series)
        return failure(series.error());
    const auto stations = store::StationRepository(connection).list();
    if (!stations)
        return failure(stations.error());
    overview.notices = rollout::findNotices(rules, *series, *stations, now);
    return ok();
}

Done addVerdicts(store::Connection &connection, RolloutOverview &overview, const rollout::StageClock &clock,
                 const QDateTime &now)
{
    const QVector<rollout::Criterion> criteria = rollout::releasePlanCriteria();
    const QDateTime from = clock.present < 0 ? now : clock.rolloutStart.addDays(-daysBefore);
    const auto series =
        store::MetricRepository(connection).read(wholeKeys(overview.series, criteria), from, now);
    if (!series)
        return failure(series.error());
    const auto own = store::RolloutRepository(connection).ownFigures();
    if (!own)
        return failure(own.error());
    overview.criteria = rollout::evaluate(criteria, *series, clock, now, *own);
    overview.funnel = rollout::funnel(*series, clock, now);
    const QString downstream = overview.stageSummary.downstream;
    overview.stageSummary = rollout::stageSummary(*series, clock, now);
    overview.stageSummary.downstream = downstream;
    overview.reasonsNotToAdvance =
        rollout::reasonsNotToAdvance(overview.stages, clock, criteria, overview.criteria, overview.signOffs);
    return addNotices(connection, overview, newestFigure(*series, now), now);
}

void sortByTitle(QVector<MetricSeries> &series)
{
    std::ranges::stable_sort(series, [](const MetricSeries &a, const MetricSeries &b) {
        return a.title != b.title ? a.title < b.title : a.key < b.key;
    });
}

/// `notFound` is the answer when the key is no share, or one of its sources is not there.
Result<MetricSeries> computedShare(store::Connection &connection, const QString &key, const QDateTime &from,
                                   const QDateTime &to, const Error &notFound)
{
    // The first points look back, too.
    const QDateTime begin = from.isValid() ? from.addSecs(-rollout::shareWindowSeconds) : from;
    QVector<MetricSeries> sources;
    for (const QString &source : rollout::shareSources(key)) {
        const auto one = store::MetricRepository(connection).find(source, begin, to);
        if (!one)
            return failure(one.error().code == ErrorCode::NotFound ? notFound : one.error());
        sources.append(*one);
    }
    if (sources.isEmpty())
        return failure(notFound);
    MetricSeries share = rollout::shareOf(key, sources);
    if (from.isValid())
        share.points.removeIf([&](const MetricPoint &point) { return point.at < from; });
    return share;
}
} // namespace

Result<QVector<MetricSeries>> metricList(store::Connection &connection)
{
    auto series = store::MetricRepository(connection).list();
    if (!series)
        return series;
    *series += rollout::shareSeries(*series);
    rollout::addThresholds(*series);
    sortByTitle(*series);
    return series;
}

Result<MetricSeries> metricSeries(store::Connection &connection, const QString &key, const QDateTime &from,
                                  const QDateTime &to)
{
    const auto stored = store::MetricRepository(connection).find(key, from, to);
    if (!stored && stored.error().code == ErrorCode::NotFound)
        return computedShare(connection, key, from, to, stored.error());
    if (!stored)
        return stored;
    QVector<MetricSeries> found{*stored};
    rollout::addThresholds(found);
    return found.first();
}

Result<RolloutOverview> rolloutOverview(store::Connection &connection, const QDateTime &now)
{
    store::RolloutRepository repository(connection);
    auto overview = repository.plan(QString::fromLatin1(renewalRequestToggle));
    if (!overview)
        return overview;
    auto series = metricList(connection);
    if (!series)
        return failure(series.error());
    overview->series = std::move(*series);
    const rollout::StageClock clock = rollout::stageClock(overview->stages, now);
    const QString next = clock.next < 0 ? QString() : overview->stages.at(clock.next).name;
    const auto signOffs = repository.signOffs(overview->toggle, next);
    if (!signOffs)
        return failure(signOffs.error());
    overview->signOffs = rollout::completeSignOffs(*signOffs, next);
    if (const Done done = addVerdicts(connection, *overview, clock, now); !done)
        return failure(done.error());
    // A chart of one station reads its series from the list of metrics.
    overview->series.removeIf(
        [](const MetricSeries &one) { return !rollout::scopeOf(one).station.isEmpty(); });
    return overview;
}

} // namespace renewal::service
