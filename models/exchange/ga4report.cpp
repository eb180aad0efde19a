// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/handover.h"
#include "models/exchange/metricreaders.h"

#include <QCoreApplication>
#include <QMap>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace renewal::exchange {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("exchange", text);
}

/// The texts at `key` of a list of objects: names of headers, values of a row.
QStringList texts(const std::optional<JsonValue> &value, std::string_view key)
{
    QStringList found;
    JsonArray list;
    if (!value || value->get(list) != simdjson::SUCCESS)
        return found;
    for (const JsonValue item : list) {
        JsonObject object;
        QString text;
        if (item.get(object) == simdjson::SUCCESS)
            text = textAt(object, {key});
        found.append(text);
    }
    return found;
}

/// Reads the rows of one report into series.
class Ga4Report
{
public:
    explicit Ga4Report(JsonObject answer);

    bool hasTime() const { return m_timeColumn >= 0; }
    bool hasMetrics() const { return !m_metrics.isEmpty(); }
    Result<int> takeRow(JsonObject row);
    const QMap<QString, QVector<MetricSeries>> &series() const { return m_series; }
    /// A report without rows still names its metrics.
    void addEmpty() { seriesFor({}); }

private:
    QVector<MetricSeries> &seriesFor(const QString &labels);
    QDateTime instant(const QString &text) const;

    QStringList m_dimensions;
    QStringList m_metrics;
    QTimeZone m_zone;
    int m_timeColumn = -1;
    QMap<QString, QVector<MetricSeries>> m_series; ///< labels -> one series a metric
};

Ga4Report::Ga4Report(JsonObject answer)
    : m_dimensions(texts(findValue(answer, "dimensionHeaders"), "name"))
    , m_metrics(texts(findValue(answer, "metricHeaders"), "name"))
    , m_zone(textAt(answer, {"metadata", "timeZone"}).toLatin1())
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
    for (const QString &name : {u"dateHourMinute"_s, u"dateHour"_s, u"date"_s}) {
        if (m_timeColumn < 0)
            m_timeColumn = static_cast<int>(m_dimensions.indexOf(name));
    }
}

/// "20260131", "2026013114" or "202601311455" in the property's time zone.
QDateTime Ga4Report::instant(const QString &text) const
{
    const QDate date = QDate::fromString(text.left(8), u"yyyyMMdd"_s);
    bool hourRead = true;
    bool minuteRead = true;
    const int hour = text.size() >= 10 ? QStringView(text).mid(8, 2).toInt(&hourRead) : 0;
    const int minute = text.size() >= 12 ? QStringView(text).mid(10, 2).toInt(&minuteRead) : 0;
    const bool rightSize = text.size() == 8 || text.size() == 10 || text.size() == 12;
    const QTime time(hour, minute);
    if (!date.isValid() || !hourRead || !minuteRead || !rightSize || !time.isValid())
        return {};
    return QDateTime(date, time, m_zone).toUTC();
}

QVector<MetricSeries> &Ga4Report::seriesFor(const QString &labels)
{
    QVector<MetricSeries> &group = m_series[labels];
    if (group.isEmpty()) {
        for (const QString &metric : m_metrics) {
            MetricSeries series;
            series.key = metric;
            series.title = metric;
            series.source = u"ga4"_s;
            series.labels = labels;
            group.append(series);
        }
    }
    return group;
}

Result<int> Ga4Report::takeRow(JsonObject row)
{
    const QStringList dimensions = texts(findValue(row, "dimensionValues"), "value");
    const QStringList metrics = texts(findValue(row, "metricValues"), "value");
    if (dimensions.size() != m_dimensions.size() || metrics.size() != m_metrics.size())
        return failure(
            ErrorCode::InvalidInput,
            tr(QT_TRANSLATE_NOOP("exchange", "The row does not have one value for each heading.")));
    const QDateTime at = instant(dimensions[m_timeColumn]);
    if (!at.isValid())
        return failure(ErrorCode::InvalidInput,
                       tr(QT_TRANSLATE_NOOP("exchange", "%1 is not a date that can be read."))
                           .arg(m_dimensions[m_timeColumn]));
    QStringList labels;
    for (int i = 0; i < dimensions.size(); ++i) {
        if (i != m_timeColumn)
            labels.append(m_dimensions[i] + u':' + dimensions[i]);
    }
    QVector<MetricSeries> &group = seriesFor(joinLabels(labels));
    for (int i = 0; i < metrics.size(); ++i) {
        bool isNumber = false;
        const double number = metrics[i].toDouble(&isNumber);
        MetricPoint point;
        point.at = at;
        if (isNumber && qIsFinite(number))
            point.value = number;
        group[i].points.append(point);
    }
    return static_cast<int>(metrics.size());
}

/// Takes every row; broken ones are set aside.
Done takeRows(const JsonArray &rows, Ga4Report &report, RecordSink &sink)
{
    int index = 0;
    for (const JsonValue item : rows) {
        const QString place = u"rows[%1]"_s.arg(index++);
        JsonObject row;
        QString reason = tr(QT_TRANSLATE_NOOP("exchange", "This is no object."));
        if (item.get(row) == simdjson::SUCCESS) {
            const auto taken = report.takeRow(row);
            reason = taken ? QString() : taken.error().text;
        }
        if (reason.isEmpty())
            continue;
        if (const auto done = setAside(sink, place, reason); !done)
            return done;
    }
    return ok();
}
} // namespace

Done readGa4Report(JsonObject answer, RecordSink &sink)
{
    Ga4Report report(answer);
    if (!report.hasMetrics())
        return failure(
            ErrorCode::InvalidInput,
            tr(QT_TRANSLATE_NOOP("exchange", "The Google Analytics report has no metric headings.")));
    if (!report.hasTime())
        return failure(
            ErrorCode::Unsupported,
            tr(QT_TRANSLATE_NOOP(
                "exchange",
                "The Google Analytics report has no date dimension (date, dateHour or dateHourMinute).")));
    JsonArray rows;
    const auto value = findValue(answer, "rows");
    if (!value) {
        report.addEmpty();
        sink.warn(
            tr(QT_TRANSLATE_NOOP("exchange", "The Google Analytics report has no rows for this time.")));
    } else if (value->get(rows) != simdjson::SUCCESS) {
        return failure(ErrorCode::InvalidInput, wrongField("rows", *value));
    } else if (const auto done = takeRows(rows, report, sink); !done) {
        return done;
    }
    for (auto group = report.series().cbegin(); group != report.series().cend(); ++group) {
        for (MetricSeries series : group.value()) {
            std::stable_sort(series.points.begin(), series.points.end(),
                             [](const MetricPoint &a, const MetricPoint &b) { return a.at < b.at; });
            const QString place = series.labels.isEmpty() ? series.key : series.key + u' ' + series.labels;
            if (const auto done = handOver(sink, Record(std::move(series)), place); !done)
                return done;
        }
    }
    return ok();
}

} // namespace renewal::exchange
