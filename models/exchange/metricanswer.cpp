// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/documentreader.h"
#include "models/exchange/metriccall.h"
#include "models/exchange/metricreaders.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestTold = 300;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MetricAnswer)
};

/// What the service itself says went wrong: {error: "..."}, {error: {message}}, {errors: ["..."] or "..."}.
QString toldBy(const QJsonObject &root)
{
    const QJsonValue error = root.value("error"_L1);
    if (error.isString())
        return error.toString().left(longestTold);
    if (error.isObject())
        return error.toObject().value("message"_L1).toString().left(longestTold);
    const QJsonValue errors = root.value("errors"_L1);
    return (errors.isArray() ? errors.toArray().first().toString() : errors.toString()).left(longestTold);
}

Error withReason(ErrorCode code, const QString &sentence, const QString &told)
{
    //: %1 is a sentence, %2 the words of another program
    return {code, told.isEmpty() ? sentence : Texts::tr("%1 It says: %2").arg(sentence, told), {}};
}

Error refusal(MetricBackEnd backEnd, int status, const QByteArray &body)
{
    const QString name = serviceName(backEnd);
    const QString told = toldBy(QJsonDocument::fromJson(body).object());
    if (status == 401 || status == 403)
        return withReason(ErrorCode::Unauthorized,
                          Texts::tr("%1 refuses the key; set one that may read these figures.").arg(name),
                          told);
    if (status == 404)
        return withReason(ErrorCode::NotFound, Texts::tr("%1 is not at this address.").arg(name), told);
    if (status == 429)
        return withReason(ErrorCode::Unavailable, Texts::tr("%1 was asked too often.").arg(name), told);
    if (status >= 500)
        return withReason(status == 503 || status == 504 ? ErrorCode::Timeout : ErrorCode::Unavailable,
                          Texts::tr("%1 could not answer (status %2).").arg(name).arg(status), told);
    return withReason(ErrorCode::InvalidInput,
                      Texts::tr("%1 cannot use the query (status %2).").arg(name).arg(status), told);
}

QString timeseriesLabels(const QJsonObject &series)
{
    QStringList labels;
    const QJsonArray tags = series.value("group_tags"_L1).toArray();
    for (const auto tag : tags)
        labels.append(tag.toString());
    return joinLabels(labels);
}

/// {data: {attributes: {series: [{group_tags, unit}], times: [ms], values: [[number or null]]}}}
Result<MetricAnswer> readTimeseries(const QByteArray &body)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    const QJsonObject attributes = root.value("data"_L1).toObject().value("attributes"_L1).toObject();
    const QJsonArray times = attributes.value("times"_L1).toArray();
    const QJsonArray values = attributes.value("values"_L1).toArray();
    const QJsonArray series = attributes.value("series"_L1).toArray();
    const Error unreadable{ErrorCode::InvalidInput,
                           Texts::tr("Datadog's answer has no times and values that go with its series."),
                           {}};
    if (!attributes.value("times"_L1).isArray() || values.size() != series.size())
        return failure(unreadable);
    MetricAnswer answer;
    for (qsizetype i = 0; i < series.size(); ++i) {
        const QJsonArray row = values.at(i).toArray();
        if (row.size() != times.size())
            return failure(unreadable);
        MetricSeries one;
        one.key = u"a"_s;
        one.source = u"datadog"_s;
        one.labels = timeseriesLabels(series.at(i).toObject());
        for (qsizetype j = 0; j < times.size(); ++j) {
            MetricPoint point;
            point.at = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(times.at(j).toDouble()), Qt::UTC);
            if (row.at(j).isDouble())
                point.value = row.at(j).toDouble();
            one.points.append(point);
        }
        answer.series.append(one);
    }
    return answer;
}

FileKind kindOf(MetricBackEnd backEnd)
{
    switch (backEnd) {
    case MetricBackEnd::Prometheus:
        return FileKind::PrometheusMetrics;
    case MetricBackEnd::Datadog:
    case MetricBackEnd::DatadogTimeseries:
        return FileKind::DatadogMetrics;
    case MetricBackEnd::Ga4:
        break;
    }
    return FileKind::Ga4Metrics;
}

Result<MetricAnswer> readRecords(MetricBackEnd backEnd, const QByteArray &body)
{
    const auto content = readDocument(body, kindOf(backEnd));
    if (!content)
        return failure(ErrorCode::InvalidInput, serviceName(backEnd) + u": "_s + content.error().text);
    MetricAnswer answer;
    for (const Record &record : content->records) {
        if (const auto *error = std::get_if<UpstreamError>(&record)) {
            return failure(withReason(ErrorCode::InvalidInput,
                                      Texts::tr("%1 cannot use the query.").arg(serviceName(backEnd)),
                                      error->detail.left(longestTold)));
        }
        if (const auto *series = std::get_if<MetricSeries>(&record))
            answer.series.append(*series);
    }
    answer.warnings = content->warnings;
    for (const SetAside &item : content->setAside)
        answer.warnings.append(item.place + u": "_s + item.reason);
    return answer;
}

/// What Google says of a report that is less than it seems.
void addReportWarnings(const QByteArray &body, MetricAnswer &answer)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    const QJsonObject metadata = root.value("metadata"_L1).toObject();
    answer.rows = root.value("rowCount"_L1).toInteger();
    if (!metadata.value("samplingMetadatas"_L1).toArray().isEmpty())
        answer.warnings.append(Texts::tr("Google Analytics counted a sample only."));
    if (metadata.value("subjectToThresholding"_L1).toBool())
        answer.warnings.append(Texts::tr("Google Analytics left out rows of few people."));
    if (metadata.value("dataLossFromOtherRow"_L1).toBool())
        answer.warnings.append(Texts::tr("Google Analytics put some rows together as \"(other)\"."));
}
} // namespace

Result<MetricAnswer> readMetricAnswer(MetricBackEnd backEnd, int status, const QByteArray &body)
{
    if (status != 200)
        return failure(refusal(backEnd, status, body));
    if (backEnd == MetricBackEnd::DatadogTimeseries) {
        if (const QString told = toldBy(QJsonDocument::fromJson(body).object()); !told.isEmpty())
            return failure(
                withReason(ErrorCode::InvalidInput, Texts::tr("Datadog cannot use the query."), told));
        return readTimeseries(body);
    }
    auto answer = readRecords(backEnd, body);
    if (answer && backEnd == MetricBackEnd::Ga4)
        addReportWarnings(body, *answer);
    return answer;
}

} // namespace renewal::exchange
