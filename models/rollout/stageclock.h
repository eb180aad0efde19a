// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"

namespace renewal::rollout {

/// Where the rollout stands among its stages. Times are UTC.
struct StageClock
{
    int present = -1;       ///< index of the last stage that has begun; -1: none
    int next = -1;          ///< index of the stage after it; -1: there is none
    QDateTime rolloutStart; ///< when the first stage began
    QDateTime start;        ///< when the present stage began
    int days = 0;           ///< whole days since then
    int minimumDays = 0;    ///< how many the plan asks for; 0: it says nothing
    int stages = 0;         ///< how many are planned

    bool isLongEnough() const { return days >= minimumDays; }
    /// "day 3 of 5": the day that is going on, at most the minimum when there is one.
    int dayShown() const;
};

StageClock stageClock(const QVector<RolloutStage> &stages, const QDateTime &now);

/// Analytics arrive up to this much late; what is younger is not yet counted.
inline constexpr qint64 lateSeconds = 48 * 3'600;
/// Until when the figures of a source are complete: late sources lag behind `now`.
QDateTime settledUntil(const QString &source, const QDateTime &now);

} // namespace renewal::rollout
