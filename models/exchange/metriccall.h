// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/rollout.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUrlQuery>
#include <QVector>

#include <optional>

namespace renewal::exchange {

/// The services that hold figures, by the call that asks them (contracts.md 7).
enum class MetricBackEnd
{
    Prometheus,        ///< GET /api/v1/query_range
    Datadog,           ///< GET /api/v1/query
    DatadogTimeseries, ///< POST /api/v2/query/timeseries, which the vendor recommends for new work
    Ga4,               ///< POST /v1beta/properties/ID:runReport
};

/// "prometheus", "datadog", "datadog_timeseries", "ga4".
QString toString(MetricBackEnd backEnd);
std::optional<MetricBackEnd> metricBackEndFromString(QStringView word);
/// "Prometheus", "Datadog", "Google Analytics".
QString serviceName(MetricBackEnd backEnd);

/// What is asked. For Google Analytics the query is a JSON object with dimensions (one of them dateHour or
/// date), metrics and, where wanted, dimensionFilter and metricFilter; else it is text in the service's own
/// language.
struct MetricQuestion
{
    QString query;
    QDateTime from; ///< with it
    QDateTime to;   ///< with it; Google Analytics takes whole days of the property's time zone
    int stepSeconds = 3'600;
};

/// The most points of one series that Prometheus gives at once.
inline constexpr qint64 mostPrometheusPoints = 11'000;
/// Rows of one page of a Google Analytics report.
inline constexpr int ga4PageRows = 10'000;

/// One request, to go below the service's address.
struct MetricCall
{
    QByteArray verb; ///< "GET", "POST"
    QString path;    ///< without a leading slash
    QUrlQuery parameters;
    QByteArray body; ///< JSON; empty with GET
};

/// `property` is the number of a Google Analytics property, `offset` the first row wanted of its report.
/// InvalidInput when the question cannot be asked so: no time, too many points, a query that is no JSON
/// object.
Result<MetricCall> metricCall(MetricBackEnd backEnd, const QString &property, const MetricQuestion &question,
                              qint64 offset = 0);

/// What a service said. A missing value is a gap.
struct MetricAnswer
{
    QVector<MetricSeries> series;
    QStringList warnings;
    qint64 rows = 0; ///< of the whole Google Analytics report, also those that other pages hold
};

/// InvalidInput when it cannot be used, also when it is an error told with status 200; Unauthorized,
/// Unavailable (429, 5xx), Timeout, with one sentence that holds what the service itself says.
Result<MetricAnswer> readMetricAnswer(MetricBackEnd backEnd, int status, const QByteArray &body);

/// Adds what a further page holds to what is there: the same series go on.
void addPage(MetricAnswer &answer, const MetricAnswer &page);

} // namespace renewal::exchange
