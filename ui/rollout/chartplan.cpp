// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/chartplan.h"

#include "models/domain/station.h"
#include "models/rollout/criteria.h"
#include "models/rollout/metricscope.h"
#include "models/rollout/shareseries.h"
#include "models/rollout/stageclock.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RolloutCharts)
};

QString ehrTitle(const QString &word)
{
    return word == toString(EhrSystem::VistA)          ? Texts::tr("VistA")
           : word == toString(EhrSystem::OracleHealth) ? Texts::tr("Oracle Health")
                                                       : word;
}

const MetricSeries *wholeSeries(const RolloutOverview &overview, const QString &base)
{
    for (const MetricSeries &series : overview.series) {
        const rollout::MetricScope scope = rollout::scopeOf(series);
        if (scope.base == base && scope.station.isEmpty() && scope.ehr.isEmpty() && scope.errorType.isEmpty())
            return &series;
    }
    return nullptr;
}

void planSent(ChartPlan &plan, const RolloutOverview &overview)
{
    const QString base = QString::fromLatin1(rollout::sentKey);
    for (const EhrSystem ehr : {EhrSystem::VistA, EhrSystem::OracleHealth}) {
        for (const MetricSeries &series : overview.series) {
            const rollout::MetricScope scope = rollout::scopeOf(series);
            if (scope.base == base && scope.station.isEmpty() && scope.errorType.isEmpty() &&
                scope.ehr == toString(ehr)) {
                plan.keys += series.key;
                plan.titles += ehrTitle(scope.ehr);
                break;
            }
        }
    }
    if (!plan.keys.isEmpty())
        return;
    if (const MetricSeries *series = wholeSeries(overview, base)) {
        plan.keys += series->key;
        plan.titles += series->title;
    }
}

/// The series of a criterion, with its limit.
void planCriterion(ChartPlan &plan, const RolloutOverview &overview, const QStringList &bases)
{
    for (const QString &base : bases) {
        const MetricSeries *series = wholeSeries(overview, base);
        if (!series)
            continue;
        plan.keys = {series->key};
        plan.titles = {series->title};
        plan.unit = series->unit;
        plan.limit = series->threshold;
        // A share is computed here and looks back; what was delivered as such does not say.
        if (!rollout::shareSources(series->key).isEmpty() && series->query.contains(u" over "))
            plan.windowHours = static_cast<int>(rollout::shareWindowSeconds / 3'600);
        if (plan.windowHours > 0)
            plan.title =
                Texts::tr("%1, over %2 h", "title of a chart, hours").arg(plan.title).arg(plan.windowHours);
        const auto criterion = std::ranges::find(overview.criteria, base, &CriterionResult::metric);
        if (criterion != overview.criteria.cend())
            plan.stageValue = criterion->now;
        return;
    }
}
} // namespace

ChartPlan chartPlan(ChartKind kind, const RolloutOverview &overview)
{
    ChartPlan plan{.kind = kind, .purpose = {}, .title = {}, .unit = {}, .keys = {}, .titles = {}};
    const auto word = [](const char *key) { return QString::fromLatin1(key); };
    switch (kind) {
    case ChartKind::MessagesSent:
        plan.purpose = u"messagesSent"_s;
        plan.title = Texts::tr("Renewal messages sent");
        plan.unit = Texts::tr("per hour");
        planSent(plan, overview);
        break;
    case ChartKind::SendErrors:
        plan.purpose = u"sendErrors"_s;
        plan.title = Texts::tr("Message send errors");
        planCriterion(plan, overview, {word(rollout::errorShareKey), word(rollout::errorsKey)});
        break;
    case ChartKind::SendLatency:
        plan.purpose = u"sendLatency"_s;
        plan.title = Texts::tr("Send latency, 95th percentile");
        planCriterion(plan, overview, {word(rollout::latencyKey)});
        break;
    }
    return plan;
}

ChartContent chartContent(const ChartPlan &plan, const QHash<QString, MetricSeries> &series,
                          const RolloutOverview &overview, const QDateTime &now)
{
    ChartContent content;
    content.title = plan.title;
    content.unit = plan.unit;
    content.limit = plan.limit;
    content.windowHours = plan.windowHours;
    content.stageValue = plan.stageValue;
    content.stages = overview.stages;
    for (qsizetype i = 0; i < plan.keys.size(); ++i) {
        MetricSeries one = series.value(plan.keys[i]);
        one.title = plan.titles[i];
        if (content.unit.isEmpty())
            content.unit = one.unit;
        if (!content.limit && plan.kind != ChartKind::MessagesSent)
            content.limit = one.threshold;
        const QDateTime settled = rollout::settledUntil(one.source, now);
        const bool reachesThere = !one.points.isEmpty() && one.points.last().at >= settled;
        if (settled < now && reachesThere && (!content.lateFrom.isValid() || settled < content.lateFrom))
            content.lateFrom = settled;
        content.series.append(std::move(one));
    }
    return content;
}

} // namespace renewal::ui
