// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>
#include <QVector>

namespace renewal::ui {

/// A stretch of time in which one stage was on.
struct StageBand
{
    QString label; ///< "A 5 %"
    QDateTime from;
    QDateTime to; ///< invalid: still on
};

/// The bands of the stages that were reached, in order of time.
QVector<StageBand> stageBands(const QVector<RolloutStage> &stages);

/// What the chart says, in one sentence, for those who do not see it.
QString chartSummary(const MetricSeries &series, const QTimeZone &zone);

/// "per hour, now 412", "now 0.4 %, limit 1.0 %"
QString chartSubtitle(const MetricSeries &series);

} // namespace renewal::ui
