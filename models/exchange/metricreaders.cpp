// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/metricreaders.h"

#include "models/exchange/handover.h"

#include <QCoreApplication>

#include <functional>

using namespace Qt::StringLiterals;

namespace renewal::exchange {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("exchange", text);
}

/// A two-element [time, value] point; false when it is none.
bool readPoint(JsonValue value, MetricPoint &point)
{
    JsonArray pair;
    if (value.get(pair) != simdjson::SUCCESS || pair.size() != 2)
        return false;
    if (!readDate(pair.at(0).value_unsafe(), point.at) || !point.at.isValid())
        return false;
    // A value that is no finite number is a gap: "NaN", "+Inf", null.
    readNumber(pair.at(1).value_unsafe(), point.value);
    return true;
}

/// Appends the points of a list; false when the list or a point is none.
bool readPoints(const std::optional<JsonValue> &value, MetricSeries &series)
{
    JsonArray list;
    if (!value || value->get(list) != simdjson::SUCCESS)
        return false;
    for (const JsonValue item : list) {
        MetricPoint point;
        if (!readPoint(item, point))
            return false;
        series.points.append(point);
    }
    return true;
}

/// The unit of a value as people read it: "requests", "s", "%".
QString unitText(JsonObject unit)
{
    const QString name = textAt(unit, {"name"});
    if (name == "percent"_L1)
        return u"%"_s;
    if (name == "second"_L1)
        return u"s"_s;
    if (name == "millisecond"_L1)
        return u"ms"_s;
    const QString plural = textAt(unit, {"plural"});
    return plural.isEmpty() ? name : plural;
}

/// unit is [primary, per], each null or {name, plural, short_name}: "requests per second".
QString datadogUnit(JsonObject series)
{
    JsonArray pair;
    QStringList names;
    if (const auto unit = findValue(series, "unit"); unit && unit->get(pair) == simdjson::SUCCESS) {
        for (const JsonValue item : pair) {
            JsonObject named;
            if (item.get(named) == simdjson::SUCCESS)
                names.append(names.isEmpty() ? unitText(named) : textAt(named, {"name"}));
        }
    }
    //: as in "requests per second"; %1 and %2 are units
    return names.size() == 2 ? tr(QT_TRANSLATE_NOOP("exchange", "%1 per %2")).arg(names[0], names[1])
                             : names.join(QString());
}

Result<Record> readDatadogSeries(JsonObject object, const QString &query)
{
    FieldReader fields(object);
    MetricSeries series;
    series.key = fields.text("metric", "expression");
    series.title = fields.text("displayName", "metric");
    series.unit = datadogUnit(object);
    series.source = u"datadog"_s;
    series.query = query.isEmpty() ? fields.text("expression") : query;
    const QString scope = fields.text("scope");
    if (scope != "*"_L1)
        series.labels = joinLabels(scope.split(u',', Qt::SkipEmptyParts));
    if (series.key.isEmpty())
        fields.fail(missingField("metric"));
    if (!readPoints(findValue(object, "pointlist"), series))
        fields.fail(tr(QT_TRANSLATE_NOOP("exchange", "pointlist is no list of [time, value] pairs.")));
    return fields.finish(std::move(series));
}

Result<Record> readPrometheusSeries(JsonObject object)
{
    MetricSeries series;
    QStringList labels;
    JsonObject metric;
    if (const auto value = findValue(object, "metric"); value && value->get(metric) == simdjson::SUCCESS) {
        for (const auto label : metric) {
            QString text;
            readText(label.value, text);
            const QString name =
                QString::fromUtf8(label.key.data(), static_cast<qsizetype>(label.key.size()));
            if (name == "__name__"_L1)
                series.key = text;
            else
                labels.append(name + u':' + text);
        }
    }
    series.labels = joinLabels(labels);
    // An expression has no name; its labels tell it apart.
    if (series.key.isEmpty())
        series.key = u"expression"_s;
    series.title = series.key;
    series.source = u"prometheus"_s;
    MetricPoint single;
    if (const auto value = findValue(object, "value"); value && readPoint(*value, single)) {
        series.points.append(single);
        return Record(std::move(series));
    }
    if (findValue(object, "histograms") && !findValue(object, "values"))
        return failure(
            ErrorCode::InvalidInput,
            tr(QT_TRANSLATE_NOOP("exchange",
                                 "The series holds native histograms, which cannot be drawn as a line.")));
    if (!readPoints(findValue(object, "values"), series))
        return failure(ErrorCode::InvalidInput,
                       tr(QT_TRANSLATE_NOOP("exchange", "values is no list of [time, value] pairs.")));
    return Record(std::move(series));
}

Done handOverSeries(JsonValue item, const QString &place, RecordSink &sink,
                    const std::function<Result<Record>(JsonObject)> &read)
{
    JsonObject object;
    if (item.get(object) != simdjson::SUCCESS)
        return handOver(
            sink, failure(ErrorCode::InvalidInput, tr(QT_TRANSLATE_NOOP("exchange", "This is no object."))),
            place);
    return handOver(sink, read(object), place);
}
} // namespace

QString joinLabels(QStringList labels)
{
    for (QString &label : labels)
        label = label.trimmed();
    labels.sort();
    return labels.join(u',');
}

Done readDatadogQuery(JsonObject answer, RecordSink &sink)
{
    FieldReader fields(answer);
    const QString status = fields.text("status");
    if (!status.isEmpty() && status != "ok"_L1) {
        // Such an answer comes with HTTP 200, so the body alone tells that it failed.
        const QString told = fields.text("error", "message");
        return handOver(sink, Record(UpstreamError{status, u"Datadog"_s, told, 0}), u"top level"_s);
    }
    JsonArray list;
    const auto series = fields.value("series");
    if (!series || series->get(list) != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidInput,
                       tr(QT_TRANSLATE_NOOP("exchange", "The Datadog answer has no list \"series\".")));
    const QString query = fields.text("query");
    int index = 0;
    for (const JsonValue item : list) {
        const auto done =
            handOverSeries(item, u"series[%1]"_s.arg(index++), sink,
                           [&query](JsonObject object) { return readDatadogSeries(object, query); });
        if (!done)
            return done;
    }
    return ok();
}

Done readPrometheusQuery(JsonObject answer, RecordSink &sink)
{
    FieldReader fields(answer);
    if (fields.text("status") == "error"_L1)
        return handOver(
            sink, Record(UpstreamError{fields.text("errorType"), u"Prometheus"_s, fields.text("error"), 0}),
            u"top level"_s);
    JsonArray warnings;
    if (const auto value = fields.value("warnings"); value && value->get(warnings) == simdjson::SUCCESS) {
        for (const JsonValue item : warnings) {
            QString text;
            if (readText(item, text) && !text.isEmpty())
                sink.warn(text);
        }
    }
    const QString type = textAt(answer, {"data", "resultType"});
    if (type != "matrix"_L1 && type != "vector"_L1)
        return failure(
            ErrorCode::Unsupported,
            tr(QT_TRANSLATE_NOOP("exchange", "Prometheus answered \"%1\"; a range (matrix) is needed."))
                .arg(type));
    JsonArray list;
    const auto result = findPath(answer, {"data", "result"});
    if (!result || result->get(list) != simdjson::SUCCESS)
        return failure(
            ErrorCode::InvalidInput,
            tr(QT_TRANSLATE_NOOP("exchange", "The Prometheus answer has no list \"data.result\".")));
    int index = 0;
    for (const JsonValue item : list) {
        const auto done = handOverSeries(item, u"data.result[%1]"_s.arg(index++), sink, readPrometheusSeries);
        if (!done)
            return done;
    }
    return ok();
}

} // namespace renewal::exchange
