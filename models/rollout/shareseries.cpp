// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/shareseries.h"

#include "models/rollout/metricscope.h"

#include <QMap>

#include <algorithm>

namespace renewal::rollout {

using namespace Qt::StringLiterals;

namespace {
std::optional<Criterion> shareCriterion(const QString &base)
{
    for (const Criterion &criterion : releasePlanCriteria()) {
        if (criterion.measure == Measure::Share && criterion.metric == base)
            return criterion;
    }
    return std::nullopt;
}

QString baseOf(const QString &key)
{
    return key.section(u'{', 0, 0).section(u'.', 0, 0);
}

QStringList sourceKeys(const Criterion &criterion, const QString &suffix)
{
    QStringList keys;
    for (const QString &key : criterion.counted + criterion.of) {
        if (!keys.contains(key + suffix))
            keys.append(key + suffix);
    }
    return keys;
}

/// How the share is computed, for who asks where a figure comes from.
QString shareQuery(const Criterion &criterion)
{
    const QString all = criterion.of.join(u" + "_s);
    const QString counted = criterion.counted.join(u" + "_s);
    const QString part =
        criterion.complement ? u"(%1 - %2) / (%1)"_s.arg(all, counted) : u"%2 / (%1)"_s.arg(all, counted);
    return part + u" over %1 h"_s.arg(shareWindowSeconds / 3'600);
}

/// Head of the share beside `like`, one of its sources.
MetricSeries headOf(const Criterion &criterion, const QString &suffix, const MetricSeries &like)
{
    MetricSeries share;
    share.key = criterion.metric + suffix;
    // "Renewal messages sent, VistA" tells the place after the comma.
    const qsizetype comma = suffix.isEmpty() ? -1 : like.title.lastIndexOf(u", "_s);
    share.title = comma < 0 ? criterion.title : criterion.title + like.title.mid(comma);
    share.unit = u"%"_s;
    share.source = like.source;
    share.query = shareQuery(criterion);
    share.labels = like.labels;
    share.threshold = criterion.limit;
    return share;
}

using Values = QMap<QDateTime, std::optional<double>>;

void addUp(Values &sum, const MetricSeries &series, bool isFirst)
{
    Values values;
    for (const MetricPoint &point : series.points)
        values.insert(point.at, point.value);
    if (isFirst) {
        sum = values;
        return;
    }
    // An hour that one of them does not have at all is not measured.
    for (auto hour = sum.begin(); hour != sum.end(); ++hour) {
        const std::optional<double> value = values.value(hour.key());
        hour.value() = value && hour.value() ? std::optional(*hour.value() + *value) : std::nullopt;
    }
}

Values sumOf(const QStringList &keys, const QString &suffix, const QVector<MetricSeries> &sources)
{
    Values sum;
    bool isFirst = true;
    for (const QString &key : keys) {
        const auto found = std::ranges::find(sources, key + suffix, &MetricSeries::key);
        addUp(sum, found == sources.cend() ? MetricSeries{} : *found, isFirst);
        isFirst = false;
    }
    return sum;
}

/// Sums over the hours up to the newest one.
class Window
{
public:
    void add(const QDateTime &at, double counted, double all)
    {
        m_hours.append({at, counted, all});
        while (m_hours.first().at.secsTo(at) >= shareWindowSeconds)
            m_hours.removeFirst();
    }
    double counted() const { return sum(&Hour::counted); }
    double all() const { return sum(&Hour::all); }

private:
    struct Hour
    {
        QDateTime at;
        double counted;
        double all;
    };
    double sum(double Hour::*member) const
    {
        double total = 0;
        for (const Hour &hour : m_hours)
            total += hour.*member;
        return total;
    }

    QVector<Hour> m_hours;
};
} // namespace

QStringList shareSources(const QString &key)
{
    const QString base = baseOf(key);
    const auto criterion = shareCriterion(base);
    return criterion ? sourceKeys(*criterion, key.mid(base.size())) : QStringList();
}

QVector<MetricSeries> shareSeries(const QVector<MetricSeries> &series)
{
    QHash<QString, const MetricSeries *> known;
    for (const MetricSeries &one : series)
        known.insert(one.key, &one);
    QVector<MetricSeries> shares;
    for (const Criterion &criterion : releasePlanCriteria()) {
        if (criterion.measure != Measure::Share)
            continue;
        for (const MetricSeries &one : series) {
            const QString base = baseOf(one.key);
            if (base != criterion.of.first())
                continue;
            const QString suffix = one.key.mid(base.size());
            const QStringList sources = sourceKeys(criterion, suffix);
            const bool all =
                std::ranges::all_of(sources, [&](const QString &k) { return known.contains(k); });
            // A share that was delivered as such stands as it is.
            if (all && !known.contains(criterion.metric + suffix))
                shares.append(headOf(criterion, suffix, one));
        }
    }
    return shares;
}

MetricSeries shareOf(const QString &key, const QVector<MetricSeries> &sources)
{
    const QString base = baseOf(key);
    const auto criterion = shareCriterion(base);
    if (!criterion)
        return {};
    const QString suffix = key.mid(base.size());
    const auto like = std::ranges::find(sources, criterion->of.first() + suffix, &MetricSeries::key);
    if (like == sources.cend())
        return {};
    MetricSeries share = headOf(*criterion, suffix, *like);
    const Values counted = sumOf(criterion->counted, suffix, sources);
    const Values of = sumOf(criterion->of, suffix, sources);
    Window window;
    for (auto hour = of.cbegin(); hour != of.cend(); ++hour) {
        MetricPoint point{hour.key(), {}, {}};
        const std::optional<double> part = counted.value(hour.key());
        if (part && hour.value())
            window.add(hour.key(), *part, *hour.value());
        if (part && hour.value() && window.all() > 0) {
            const double percent = 100.0 * window.counted() / window.all();
            point.value = criterion->complement ? 100.0 - percent : percent;
            point.count = window.all();
        }
        share.points.append(point);
    }
    return share;
}

void addThresholds(QVector<MetricSeries> &series)
{
    for (const Criterion &criterion : releasePlanCriteria()) {
        if (criterion.measure == Measure::ComparedMean)
            continue;
        for (MetricSeries &one : series) {
            if (!one.threshold && baseOf(one.key) == criterion.metric)
                one.threshold = criterion.limit;
        }
    }
}

} // namespace renewal::rollout
