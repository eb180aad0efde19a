// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importfigures.h"

#include "app/store/metricrepository.h"
#include "app/store/rolloutrepository.h"
#include "models/rollout/figureorigin.h"
#include "models/rollout/metricscope.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString titleOf(const MetricSeries &series)
{
    return series.title.isEmpty() ? series.key : series.title;
}

void addOnce(QStringList &list, const QString &text)
{
    if (!list.contains(text))
        list.append(text);
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Importer", text);
}
} // namespace

Done ImportFigures::store()
{
    if (auto done = distinguish(); !done)
        return done;
    auto others = conflicts();
    if (!others)
        return failure(others.error());
    if (!others->isEmpty() && !m_mayReplace) {
        m_outcome.kept = std::move(*others);
        return ok();
    }
    if (!others->isEmpty()) {
        m_outcome.replaced = std::move(*others);
        if (auto removed = removeOthers(); !removed)
            return removed;
    }
    for (const MetricSeries &series : std::as_const(m_series)) {
        if (auto stored = store::MetricRepository(m_connection).upsert(series); !stored)
            return stored;
    }
    for (const RolloutOverview &plan : std::as_const(m_plans)) {
        if (auto stored = store::RolloutRepository(m_connection).storePlan(plan); !stored)
            return stored;
    }
    return ok();
}

/// One metric measured in several places is several series: the labels then belong to the key.
Done ImportFigures::distinguish()
{
    QHash<QString, QSet<QString>> labels;
    for (const MetricSeries &series : std::as_const(m_series))
        labels[series.key].insert(series.labels);
    const auto stored = store::MetricRepository(m_connection).list();
    if (!stored)
        return failure(stored.error());
    QHash<QString, QString> known;
    for (const MetricSeries &series : *stored)
        known.insert(series.key, series.labels);
    for (MetricSeries &series : m_series) {
        const bool isOther = known.contains(series.key) && known.value(series.key) != series.labels;
        if (!series.labels.isEmpty() && (labels.value(series.key).size() > 1 || isOther))
            series.key += u'{' + series.labels + u'}';
    }
    return ok();
}

/// The titles of what is in the store already and cannot be the same measurement.
Result<QStringList> ImportFigures::conflicts()
{
    QStringList titles;
    store::MetricRepository metrics(m_connection);
    for (const MetricSeries &series : std::as_const(m_series)) {
        const auto stored = metrics.find(series.key, {}, {});
        if (!stored && stored.error().code == ErrorCode::NotFound)
            continue;
        if (!stored)
            return failure(stored.error());
        if (rollout::isOtherMeasurement(*stored, series))
            addOnce(titles, titleOf(*stored));
    }
    for (const RolloutOverview &plan : std::as_const(m_plans)) {
        const auto stored = store::RolloutRepository(m_connection).plan(plan.toggle);
        if (!stored)
            return failure(stored.error());
        if (rollout::isOtherRollout(stored->stages, plan.stages))
            addOnce(titles, tr("stages of the rollout"));
    }
    return titles;
}

/// Beside the new figures of a metric none of the old ones may stay, or two regions would be added up.
Done ImportFigures::removeOthers()
{
    QSet<QString> bases;
    for (const MetricSeries &series : std::as_const(m_series))
        bases.insert(rollout::scopeOf(series).base);
    store::MetricRepository metrics(m_connection);
    const auto stored = metrics.list();
    if (!stored)
        return failure(stored.error());
    QStringList keys;
    for (const MetricSeries &series : *stored) {
        if (bases.contains(rollout::scopeOf(series).base))
            keys.append(series.key);
    }
    return metrics.remove(keys);
}

} // namespace renewal::operations
