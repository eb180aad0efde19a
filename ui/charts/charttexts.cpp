// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charttexts.h"

#include "models/items/datetexts.h"
#include "models/items/metrictablemodel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ChartTexts)
};

struct Extent
{
    qsizetype values = 0;
    int missing = 0;
    double least = 0;
    double most = 0;
    QDateTime first;
    QDateTime end;
    std::optional<double> last;
};

Extent extentOf(const MetricSeries &series)
{
    Extent extent;
    for (const MetricPoint &point : series.points) {
        if (!extent.first.isValid() || point.at < extent.first)
            extent.first = point.at;
        if (!extent.end.isValid() || point.at > extent.end)
            extent.end = point.at;
        if (!point.value) {
            ++extent.missing;
            continue;
        }
        extent.least = extent.values == 0 ? *point.value : std::min(extent.least, *point.value);
        extent.most = extent.values == 0 ? *point.value : std::max(extent.most, *point.value);
        extent.last = *point.value;
        ++extent.values;
    }
    return extent;
}

QString seriesSummary(const Extent &extent, const QString &unit)
{
    QString text = Texts::tr("between %1 and %2, last %3", "values")
                       .arg(items::metricValue(extent.least, unit), items::metricValue(extent.most, unit),
                            items::metricValue(*extent.last, unit));
    if (extent.missing > 0)
        text += Texts::tr(", %n missing", nullptr, extent.missing);
    return text;
}

const MetricPoint *pointAt(const MetricSeries &series, const QDateTime &at)
{
    const auto it = std::ranges::lower_bound(series.points, at, {}, &MetricPoint::at);
    return it != series.points.cend() && it->at == at ? &*it : nullptr;
}
} // namespace

QVector<StageBand> stageBands(const QVector<RolloutStage> &stages)
{
    QVector<RolloutStage> reached = stages;
    reached.removeIf([](const RolloutStage &stage) { return !stage.startedAt.isValid(); });
    std::ranges::sort(reached, {}, &RolloutStage::startedAt);
    QVector<StageBand> bands;
    for (qsizetype i = 0; i < reached.size(); ++i) {
        bands.append({.label = Texts::tr("%1 %2", "stage, per cent")
                                   .arg(reached[i].name, items::percent(reached[i].percent / 100)),
                      .from = reached[i].startedAt,
                      .to = i + 1 < reached.size() ? reached[i + 1].startedAt : QDateTime()});
    }
    return bands;
}

QString chartSummary(const ChartContent &content)
{
    QStringList parts;
    QDateTime first;
    QDateTime end;
    for (const MetricSeries &series : content.series) {
        const Extent extent = extentOf(series);
        if (extent.values == 0)
            continue;
        first = first.isValid() ? std::min(first, extent.first) : extent.first;
        end = end.isValid() ? std::max(end, extent.end) : extent.end;
        const QString text = seriesSummary(extent, content.unit);
        parts += content.series.size() > 1 ? Texts::tr("%1 %2", "series, its values").arg(series.title, text)
                                           : text;
    }
    if (parts.isEmpty())
        return Texts::tr("%1: no values.", "metric").arg(content.title);
    QString text =
        Texts::tr("%1 from %2 to %3 %4: %5", "metric, time, time, zone, values")
            .arg(content.title, items::readableTime(first, content.zone),
                 items::readableTime(end, content.zone), content.zone.abbreviation(end), parts.join(u"; "));
    if (content.windowHours > 0)
        text += Texts::tr(", each over the %1 h up to it").arg(content.windowHours);
    if (content.limit)
        text += Texts::tr(", limit %1", "value").arg(items::metricValue(*content.limit, content.unit));
    if (content.lateFrom.isValid() && content.lateFrom < end)
        text += Texts::tr(", may still change from %1", "time")
                    .arg(items::readableTime(content.lateFrom, content.zone));
    return text + u'.';
}

QString chartSubtitle(const ChartContent &content)
{
    if (content.series.size() > 1)
        return items::shownUnit(content.unit);
    QStringList parts;
    const Extent extent = content.series.isEmpty() ? Extent() : extentOf(content.series.first());
    // "Now" would be two figures: the criteria tell the stage so far, the last point its own hours.
    if (content.stageValue)
        parts +=
            Texts::tr("stage so far %1", "value").arg(items::metricValue(*content.stageValue, content.unit));
    if (extent.last && content.windowHours > 0)
        parts += Texts::tr("last %1 h %2", "hours, value")
                     .arg(content.windowHours)
                     .arg(items::metricValue(*extent.last, content.unit));
    else if (extent.last)
        parts += Texts::tr("last hour %1", "value").arg(items::metricValue(*extent.last, content.unit));
    return parts.join(u", ");
}

QStringList cursorLines(const ChartContent &content, const QVector<bool> &shown, const QDateTime &at)
{
    const QString time = items::zonedTime(at, content.zone);
    QStringList lines{content.windowHours > 0
                          ? Texts::tr("%1 h up to %2", "hours, time").arg(content.windowHours).arg(time)
                          : time};
    for (qsizetype i = 0; i < content.series.size(); ++i) {
        const MetricPoint *point = shown.value(i, true) ? pointAt(content.series[i], at) : nullptr;
        if (!point)
            continue;
        QString text = point->value ? items::metricValue(*point->value, content.unit)
                                    : Texts::tr("missing", "no value was measured");
        if (content.series.size() > 1)
            text = Texts::tr("%1 %2", "series, value").arg(content.series[i].title, text);
        if (point->count)
            text += Texts::tr(", n = %1", "number of observations")
                        .arg(QLocale().toString(*point->count, 'f', 0));
        if (content.lateFrom.isValid() && at >= content.lateFrom)
            text += Texts::tr(", may still change");
        lines += text;
    }
    return lines;
}

QVector<QDateTime> cursorTimes(const ChartContent &content, const QVector<bool> &shown)
{
    QVector<QDateTime> times;
    for (qsizetype i = 0; i < content.series.size(); ++i) {
        if (!shown.value(i, true))
            continue;
        for (const MetricPoint &point : content.series[i].points)
            times.append(point.at);
    }
    if (!std::ranges::is_sorted(times))
        std::ranges::sort(times);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

} // namespace renewal::ui
