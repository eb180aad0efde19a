// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charttexts.h"

#include "models/items/datetexts.h"
#include "models/items/metrictablemodel.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace renewal::ui {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ChartTexts)
};

struct Extent
{
    qsizetype values = 0;
    qsizetype missing = 0;
    double least = 0;
    double most = 0;
    std::optional<double> last;
};

Extent extentOf(const MetricSeries &series)
{
    Extent extent;
    for (const MetricPoint &point : series.points) {
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

QString chartSummary(const MetricSeries &series, const QTimeZone &zone)
{
    const Extent extent = extentOf(series);
    if (extent.values == 0)
        return Texts::tr("%1: no values.", "metric").arg(series.title);
    QString text =
        Texts::tr("%1 from %2 to %3: between %4 and %5, last %6", "metric, times, values")
            .arg(series.title, items::readableTime(series.points.first().at, zone),
                 items::readableTime(series.points.last().at, zone),
                 items::metricValue(extent.least, series.unit), items::metricValue(extent.most, series.unit),
                 items::metricValue(*extent.last, series.unit));
    if (series.threshold)
        text += Texts::tr(", limit %1", "value").arg(items::metricValue(*series.threshold, series.unit));
    if (extent.missing > 0)
        text += Texts::tr(", %n missing", nullptr, static_cast<int>(extent.missing));
    return text + u'.';
}

QString chartSubtitle(const MetricSeries &series)
{
    QStringList parts;
    const Extent extent = extentOf(series);
    if (extent.last)
        parts += Texts::tr("now %1", "value").arg(items::metricValue(*extent.last, series.unit));
    if (series.threshold)
        parts += Texts::tr("limit %1", "value").arg(items::metricValue(*series.threshold, series.unit));
    return parts.join(u", ");
}

} // namespace renewal::ui
