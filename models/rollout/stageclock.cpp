// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/stageclock.h"

#include <algorithm>

namespace renewal::rollout {

namespace {
constexpr qint64 daySeconds = 86'400;
}

int StageClock::dayShown() const
{
    return minimumDays > 0 ? std::min(days + 1, minimumDays) : days + 1;
}

StageClock stageClock(const QVector<RolloutStage> &stages, const QDateTime &now)
{
    StageClock clock;
    clock.stages = int(stages.size());
    for (int i = 0; i < stages.size(); ++i) {
        const RolloutStage &stage = stages.at(i);
        if (!stage.startedAt.isValid() || stage.startedAt > now)
            continue;
        if (!clock.rolloutStart.isValid())
            clock.rolloutStart = stage.startedAt;
        clock.present = i;
        clock.start = stage.startedAt;
        clock.minimumDays = stage.minimumDays;
    }
    if (clock.start.isValid())
        clock.days = int(clock.start.secsTo(now) / daySeconds);
    clock.next = clock.present + 1 < stages.size() ? clock.present + 1 : -1;
    return clock;
}

QDateTime settledUntil(const QString &source, const QDateTime &now)
{
    return source == u"ga4" ? now.addSecs(-lateSeconds) : now;
}

} // namespace renewal::rollout
