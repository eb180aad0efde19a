// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/metriccall.h"

#include "models/base/enumtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
constexpr EnumText<MetricBackEnd> backEndNames[] = {
    {MetricBackEnd::Prometheus, "prometheus"},
    {MetricBackEnd::Datadog, "datadog"},
    {MetricBackEnd::DatadogTimeseries, "datadog_timeseries"},
    {MetricBackEnd::Ga4, "ga4"},
};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MetricCall)
};

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<MetricCall> prometheusCall(const MetricQuestion &question)
{
    const qint64 points = question.from.secsTo(question.to) / question.stepSeconds + 1;
    if (points > mostPrometheusPoints) {
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("Prometheus gives %1 points of a series at once, and %2 are asked for; "
                                 "ask for less time or longer steps.")
                           .arg(mostPrometheusPoints)
                           .arg(points));
    }
    MetricCall call{"GET", u"api/v1/query_range"_s, {}, {}};
    // As a person would type it: a "+" in the query must not become a space.
    call.parameters.addQueryItem(u"query"_s,
                                 QString::fromLatin1(question.query.toUtf8().toPercentEncoding()));
    call.parameters.addQueryItem(u"start"_s, QString::number(question.from.toSecsSinceEpoch()));
    call.parameters.addQueryItem(u"end"_s, QString::number(question.to.toSecsSinceEpoch()));
    call.parameters.addQueryItem(u"step"_s, QString::number(question.stepSeconds));
    return call;
}

MetricCall datadogCall(const MetricQuestion &question)
{
    MetricCall call{"GET", u"api/v1/query"_s, {}, {}};
    call.parameters.addQueryItem(u"from"_s, QString::number(question.from.toSecsSinceEpoch()));
    call.parameters.addQueryItem(u"to"_s, QString::number(question.to.toSecsSinceEpoch()));
    call.parameters.addQueryItem(u"query"_s,
                                 QString::fromLatin1(question.query.toUtf8().toPercentEncoding()));
    return call;
}

MetricCall timeseriesCall(const MetricQuestion &question)
{
    const QJsonObject query{
        {u"data_source"_s, u"metrics"_s}, {u"name"_s, u"a"_s}, {u"query"_s, question.query}};
    const QJsonObject attributes{
        {u"from"_s, question.from.toMSecsSinceEpoch()},
        {u"to"_s, question.to.toMSecsSinceEpoch()},
        {u"interval"_s, qint64(question.stepSeconds) * 1'000},
        {u"queries"_s, QJsonArray{query}},
        {u"formulas"_s, QJsonArray{QJsonObject{{u"formula"_s, u"a"_s}}}},
    };
    const QJsonObject data{{u"type"_s, u"timeseries_request"_s}, {u"attributes"_s, attributes}};
    return {"POST", u"api/v2/query/timeseries"_s, {}, compact({{u"data"_s, data}})};
}

Result<MetricCall> ga4Call(const QString &property, const MetricQuestion &question, qint64 offset)
{
    QJsonObject report = QJsonDocument::fromJson(question.query.toUtf8()).object();
    if (report.value("dimensions"_L1).toArray().isEmpty() || report.value("metrics"_L1).toArray().isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("A Google Analytics query is a JSON object with \"dimensions\" and "
                                 "\"metrics\"; this one is not."));
    }
    if (property.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("Google Analytics needs the number of a property."));
    }
    report.insert(u"dateRanges"_s,
                  QJsonArray{QJsonObject{{u"startDate"_s, question.from.date().toString(Qt::ISODate)},
                                         {u"endDate"_s, question.to.date().toString(Qt::ISODate)}}});
    report.insert(u"limit"_s, QString::number(ga4PageRows));
    report.insert(u"offset"_s, QString::number(offset));
    return MetricCall{"POST", u"v1beta/properties/%1:runReport"_s.arg(property), {}, compact(report)};
}
} // namespace

QString toString(MetricBackEnd backEnd)
{
    return enumText(backEndNames, backEnd);
}

std::optional<MetricBackEnd> metricBackEndFromString(QStringView word)
{
    return enumFromText(backEndNames, word);
}

QString serviceName(MetricBackEnd backEnd)
{
    switch (backEnd) {
    case MetricBackEnd::Prometheus:
        return u"Prometheus"_s;
    case MetricBackEnd::Datadog:
    case MetricBackEnd::DatadogTimeseries:
        return u"Datadog"_s;
    case MetricBackEnd::Ga4:
        break;
    }
    return u"Google Analytics"_s;
}

Result<MetricCall> metricCall(MetricBackEnd backEnd, const QString &property, const MetricQuestion &question,
                              qint64 offset)
{
    if (!question.from.isValid() || !question.to.isValid() || question.from > question.to ||
        question.stepSeconds <= 0) {
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("The time that is asked for ends before it begins, or has no steps."));
    }
    if (question.query.trimmed().isEmpty())
        return failure(ErrorCode::InvalidInput, Texts::tr("There is no query to ask."));
    switch (backEnd) {
    case MetricBackEnd::Prometheus:
        return prometheusCall(question);
    case MetricBackEnd::Datadog:
        return datadogCall(question);
    case MetricBackEnd::DatadogTimeseries:
        return timeseriesCall(question);
    case MetricBackEnd::Ga4:
        break;
    }
    return ga4Call(property, question, offset);
}

void addPage(MetricAnswer &answer, const MetricAnswer &page)
{
    for (const MetricSeries &more : page.series) {
        const auto same =
            std::find_if(answer.series.begin(), answer.series.end(), [&](const MetricSeries &one) {
                return one.key == more.key && one.labels == more.labels;
            });
        if (same == answer.series.end())
            answer.series.append(more);
        else
            same->points += more.points;
    }
    for (const QString &warning : page.warnings) {
        if (!answer.warnings.contains(warning))
            answer.warnings.append(warning);
    }
}

} // namespace renewal::exchange
