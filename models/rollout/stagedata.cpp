// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/stagedata.h"

#include "models/rollout/stageclock.h"

#include <algorithm>

namespace renewal::rollout {

StageData::StageData(const QVector<MetricSeries> &series, const QDateTime &from, const QDateTime &to,
                     const QDateTime &now)
{
    for (const MetricSeries &one : series) {
        const QDateTime settled = settledUntil(one.source, now);
        for (const MetricPoint &point : one.points) {
            const bool inside = (!from.isValid() || point.at >= from) && (!to.isValid() || point.at < to);
            if (!inside || point.at >= settled || !point.value)
                continue;
            m_values[one.key].insert(point.at.toMSecsSinceEpoch(), *point.value);
            if (point.count)
                m_counts[one.key].insert(point.at.toMSecsSinceEpoch(), *point.count);
        }
    }
}

QVector<StageData::Values> StageData::valuesOf(const QStringList &keys) const
{
    QVector<Values> all;
    for (const QString &key : keys)
        all.append(m_values.value(key));
    return all;
}

std::optional<double> StageData::total(const QString &key) const
{
    const auto found = m_values.constFind(key);
    if (found == m_values.cend())
        return std::nullopt;
    double sum = 0;
    for (const double value : *found)
        sum += value;
    return sum;
}

std::optional<Observed> StageData::sums(const QStringList &counted, const QStringList &of) const
{
    const QVector<Values> numerators = valuesOf(counted);
    const QVector<Values> denominators = valuesOf(of);
    if (numerators.isEmpty() || denominators.isEmpty())
        return std::nullopt;
    std::optional<Observed> sum;
    for (auto hour = denominators.first().cbegin(); hour != denominators.first().cend(); ++hour) {
        const auto hasHour = [&](const Values &values) { return values.contains(hour.key()); };
        if (!std::ranges::all_of(numerators, hasHour) || !std::ranges::all_of(denominators, hasHour))
            continue;
        if (!sum)
            sum = Observed{};
        for (const Values &values : numerators)
            sum->counted += values.value(hour.key());
        for (const Values &values : denominators)
            sum->of += values.value(hour.key());
    }
    return sum;
}

QVector<Observed> StageData::hours(const QString &value, const QString &weight) const
{
    const Values values = m_values.value(value);
    // A series may carry its own counts; another one is asked only where it does not.
    const bool ownCounts = m_counts.contains(value) && !m_values.contains(weight);
    const Values weights = ownCounts ? m_counts.value(value) : m_values.value(weight);
    QVector<Observed> both;
    for (auto hour = values.cbegin(); hour != values.cend(); ++hour) {
        const auto found = weights.constFind(hour.key());
        if (found != weights.cend())
            both.append({hour.value(), *found});
    }
    return both;
}

std::optional<Observed> StageData::weighted(const QString &value, const QString &weight) const
{
    const QVector<Observed> both = hours(value, weight);
    if (both.isEmpty())
        return std::nullopt;
    Observed sum;
    for (const Observed &hour : both) {
        sum.counted += hour.counted * hour.of;
        sum.of += hour.of;
    }
    return sum;
}

std::optional<Observed> StageData::fromShares(const QString &key) const
{
    auto sum = weighted(key, {});
    if (sum)
        sum->counted /= 100.0;
    return sum;
}

} // namespace renewal::rollout
