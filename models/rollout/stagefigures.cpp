// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/stagefigures.h"

#include "models/rollout/criteria.h"
#include "models/rollout/figures.h"
#include "models/rollout/metricscope.h"
#include "models/rollout/stagedata.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::rollout {

using namespace Qt::StringLiterals;

namespace {
struct Step
{
    const char *key;
    const char *metric;
    const char *title;
};

constexpr Step steps[] = {
    {"saw_link", "funnel_saw_link", QT_TRANSLATE_NOOP("rollout", "Saw the renewal link")},
    {"opened", "funnel_opened", QT_TRANSLATE_NOOP("rollout", "Opened it")},
    {"chose_care_team", "funnel_chose_care_team", QT_TRANSLATE_NOOP("rollout", "Chose a care team")},
    {"prefilled", "funnel_prefilled", QT_TRANSLATE_NOOP("rollout", "Message prefilled")},
    {"sent", "funnel_sent", QT_TRANSLATE_NOOP("rollout", "Message sent")},
};

std::optional<qint64> rounded(const std::optional<double> &value)
{
    return value ? std::optional(qRound64(*value)) : std::nullopt;
}

/// "SM API" from "sm_api": the names of the kinds are few and ours.
QString errorTypeTitle(const QString &type)
{
    if (type == u"sm_api")
        return QCoreApplication::translate("rollout", "SM API");
    return type == u"web" ? QCoreApplication::translate("rollout", "web") : type;
}
} // namespace

QStringList funnelKeys()
{
    QStringList keys;
    for (const Step &step : steps)
        keys.append(QString::fromLatin1(step.metric));
    return keys;
}

QVector<FunnelStep> funnel(const QVector<MetricSeries> &series, const StageClock &clock, const QDateTime &now)
{
    QVector<FunnelStep> found;
    if (clock.present < 0)
        return found;
    const StageData data(series, clock.start, now, now);
    for (const Step &step : steps) {
        if (const auto count = rounded(data.total(QString::fromLatin1(step.metric))))
            found.append(
                {QString::fromLatin1(step.key), QCoreApplication::translate("rollout", step.title), *count});
    }
    return found;
}

StageSummary stageSummary(const QVector<MetricSeries> &series, const StageClock &clock, const QDateTime &now)
{
    StageSummary summary;
    if (clock.present < 0)
        return summary;
    const StageData data(series, clock.start, now, now);
    summary.uniqueUsers = rounded(data.total(funnelKeys().first()));
    summary.messagesSent = rounded(data.total(QString::fromLatin1(sentKey)));
    summary.errors = rounded(data.total(QString::fromLatin1(errorsKey)));
    struct Kind
    {
        QString title;
        double count;
    };
    QVector<Kind> kinds;
    for (const MetricSeries &one : series) {
        const MetricScope scope = scopeOf(one);
        const auto total = data.total(one.key);
        if (scope.base == QLatin1StringView(errorsKey) && !scope.errorType.isEmpty() &&
            scope.station.isEmpty() && total && *total > 0)
            kinds.append({errorTypeTitle(scope.errorType), *total});
    }
    std::ranges::stable_sort(kinds, [](const Kind &a, const Kind &b) { return a.count > b.count; });
    QStringList texts;
    for (const Kind &kind : std::as_const(kinds))
        texts.append(kind.title + u' ' + countText(kind.count));
    summary.errorsByType = texts.join(u", "_s);
    return summary;
}

} // namespace renewal::rollout
