// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rollout/rolloutsamples.h"

namespace renewal::testing {

using namespace Qt::StringLiterals;

QDateTime monday()
{
    return {QDate(2026, 11, 16), QTime(0, 0), Qt::UTC};
}

QDateTime hoursLater(double hours)
{
    return monday().addMSecs(qint64(hours * 3'600'000));
}

MetricSeries hourly(const QString &key, const QVector<std::optional<double>> &values, int firstHour,
                    const QString &source)
{
    MetricSeries series;
    series.key = key;
    series.title = key;
    series.source = source;
    int hour = firstHour;
    for (const auto &value : values)
        series.points.append({hoursLater(hour++), value, {}});
    return series;
}

MetricSeries atStation(const QString &key, const QString &station,
                       const QVector<std::optional<double>> &values, int firstHour)
{
    MetricSeries series = hourly(key + u'.' + station, values, firstHour);
    series.title = key + u", station "_s + station;
    series.labels = u"ehr_source:vista,station_number:"_s + station;
    return series;
}

QVector<std::optional<double>> steady(double value, int hours)
{
    return QVector<std::optional<double>>(hours, value);
}

QVector<RolloutStage> stages()
{
    return {{u"A"_s, 5, hoursLater(0), hoursLater(0), 1},
            {u"B"_s, 25, hoursLater(24), hoursLater(24), 5},
            {u"C"_s, 50, hoursLater(168), {}, 3}};
}

} // namespace renewal::testing
