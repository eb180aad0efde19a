// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/figureorigin.h"

#include "models/rollout/stageclock.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace renewal::rollout {

namespace {
bool isOtherText(const QString &stored, const QString &incoming)
{
    return !stored.isEmpty() && !incoming.isEmpty() && stored != incoming;
}

bool differs(const MetricPoint &stored, const MetricPoint &incoming)
{
    if (!stored.value)
        return false; // a gap that is filled
    if (!incoming.value)
        return true;
    constexpr double rounding = 1e-9;
    return std::abs(*stored.value - *incoming.value) > rounding * std::max(1.0, std::abs(*stored.value));
}
} // namespace

bool isOtherMeasurement(const MetricSeries &stored, const MetricSeries &incoming)
{
    if (isOtherText(stored.source, incoming.source) || isOtherText(stored.unit, incoming.unit))
        return true;
    if (stored.points.isEmpty() || incoming.points.isEmpty())
        return false;
    QHash<qint64, qsizetype> places;
    QDateTime first = stored.points.constFirst().at;
    QDateTime last = first;
    for (qsizetype i = 0; i < stored.points.size(); ++i) {
        places.insert(stored.points[i].at.toMSecsSinceEpoch(), i);
        first = std::min(first, stored.points[i].at);
        last = std::max(last, stored.points[i].at);
    }
    const QDateTime settled = last.addSecs(-lateSeconds);
    bool isAmongThem = false;
    bool isMet = false;
    for (const MetricPoint &point : incoming.points) {
        if (point.at < first || point.at > settled)
            continue;
        isAmongThem = true;
        const qsizetype place = places.value(point.at.toMSecsSinceEpoch(), -1);
        if (place < 0)
            continue;
        isMet = true;
        if (differs(stored.points[place], point))
            return true;
    }
    return isAmongThem && !isMet; // measured at other instants of the same time
}

bool isOtherRollout(const QVector<RolloutStage> &stored, const QVector<RolloutStage> &incoming)
{
    return std::ranges::any_of(stored, [&](const RolloutStage &known) {
        const auto same = std::ranges::find(incoming, known.name, &RolloutStage::name);
        return known.startedAt.isValid() && same != incoming.cend() && same->startedAt != known.startedAt;
    });
}

} // namespace renewal::rollout
