// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartcontent.h"

#include <QStringList>

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
QString chartSummary(const ChartContent &content);

/// "per hour", "now 0.4 %, limit 1.0 %": beside the title.
QString chartSubtitle(const ChartContent &content);

/// What the cursor says at a time: the time with its zone first, then one line for each shown series with
/// value and number of observations. `shown` tells which series; those without a point there are left out.
QStringList cursorLines(const ChartContent &content, const QVector<bool> &shown, const QDateTime &at);

/// All times at which one of the shown series has a point, in order, each once.
QVector<QDateTime> cursorTimes(const ChartContent &content, const QVector<bool> &shown);

} // namespace renewal::ui
