// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restrollout.h"

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

QJsonObject toJson(const MetricSeries &series)
{
    return {
        {u"key"_s, series.key},
        {u"title"_s, series.title},
        {u"unit"_s, series.unit},
        {u"source"_s, series.source},
        {u"query"_s, series.query},
        {u"labels"_s, series.labels},
        {u"threshold"_s, optionalJson(series.threshold)},
        {u"points"_s, listJson(series.points)},
    };
}

Done fromJson(const QJsonValue &value, MetricSeries &series)
{
    ObjectReader r(value);
    series.key = r.text("key"_L1);
    series.title = r.text("title"_L1);
    series.unit = r.text("unit"_L1);
    series.source = r.text("source"_L1);
    series.query = r.text("query"_L1);
    series.labels = r.text("labels"_L1);
    series.threshold = r.optionalNumber("threshold"_L1);
    series.points = readList<MetricPoint>(r, "points"_L1);
    return r.done();
}

QJsonObject toJson(const MetricPoint &point)
{
    return {
        {u"at"_s, instantJson(point.at)},
        {u"value"_s, optionalJson(point.value)},
        {u"count"_s, optionalJson(point.count)},
    };
}

Done fromJson(const QJsonValue &value, MetricPoint &point)
{
    ObjectReader r(value);
    point.at = r.instant("at"_L1);
    point.value = r.optionalNumber("value"_L1);
    point.count = r.optionalNumber("count"_L1);
    return r.done();
}

QJsonObject toJson(const RolloutStage &stage)
{
    return {
        {u"name"_s, stage.name},
        {u"percent"_s, stage.percent},
        {u"plannedAt"_s, instantJson(stage.plannedAt)},
        {u"startedAt"_s, instantJson(stage.startedAt)},
        {u"minimumDays"_s, stage.minimumDays},
    };
}

Done fromJson(const QJsonValue &value, RolloutStage &stage)
{
    ObjectReader r(value);
    stage.name = r.text("name"_L1);
    stage.percent = r.number("percent"_L1);
    stage.plannedAt = r.instant("plannedAt"_L1);
    stage.startedAt = r.instant("startedAt"_L1);
    stage.minimumDays = int(r.integer("minimumDays"_L1));
    return r.done();
}

QJsonObject toJson(const RolloutOverview &overview)
{
    return {
        {u"toggle"_s, overview.toggle},
        {u"environment"_s, overview.environment},
        {u"percent"_s, overview.percent},
        {u"readAt"_s, instantJson(overview.readAt)},
        {u"stages"_s, listJson(overview.stages)},
        {u"series"_s, listJson(overview.series)},
        {u"criteria"_s, listJson(overview.criteria)},
        {u"funnel"_s, listJson(overview.funnel)},
        {u"signOffs"_s, listJson(overview.signOffs)},
        {u"notices"_s, listJson(overview.notices)},
        {u"stageSummary"_s, toJson(overview.stageSummary)},
        {u"incidents"_s, listJson(overview.incidents)},
        {u"reasonsNotToAdvance"_s, QJsonArray::fromStringList(overview.reasonsNotToAdvance)},
    };
}

Done fromJson(const QJsonValue &value, RolloutOverview &overview)
{
    ObjectReader r(value);
    overview.toggle = r.text("toggle"_L1);
    overview.environment = r.text("environment"_L1);
    overview.percent = r.number("percent"_L1);
    overview.readAt = r.instant("readAt"_L1);
    overview.stages = readList<RolloutStage>(r, "stages"_L1);
    overview.series = readList<MetricSeries>(r, "series"_L1);
    overview.criteria = readList<CriterionResult>(r, "criteria"_L1);
    overview.funnel = readList<FunnelStep>(r, "funnel"_L1);
    overview.signOffs = readList<SignOff>(r, "signOffs"_L1);
    overview.notices = readList<RolloutNotice>(r, "notices"_L1);
    overview.stageSummary = readOptional<StageSummary>(r, "stageSummary"_L1).value_or(StageSummary{});
    overview.incidents = readList<Incident>(r, "incidents"_L1);
    const QJsonArray reasons = r.array("reasonsNotToAdvance"_L1);
    for (const auto &reason : reasons)
        overview.reasonsNotToAdvance.append(reason.toString());
    return r.done();
}

} // namespace renewal
