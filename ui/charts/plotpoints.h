// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"
#include "ui/charts/chartcontent.h"

#include <QVector>

namespace renewal::ui {

/// A point of a line: seconds since 1970 and a value; not a number where the value is missing.
struct PlotPoint
{
    double at = 0;
    double value = 0;
};

/// What is drawn of a line: lines break where a value is not a number; dots are values between two gaps,
/// which a line alone would not show.
struct PlotLine
{
    QVector<PlotPoint> line;
    QVector<PlotPoint> dots;
};

double plotSeconds(const QDateTime &at);

/// The points in order of time. Where the series skips a time that its rhythm promises there is a gap, too.
QVector<PlotPoint> plotPoints(const MetricSeries &series);

/// What is visible of `points` in `span` on so many pixels: at most about four points a pixel, and of each
/// pixel the first, least, greatest and last value, so that no extreme is lost and no gap is bridged.
/// The line is cut at both ends of the span.
PlotLine visibleLine(const QVector<PlotPoint> &points, TimeSpan span, int pixels);

} // namespace renewal::ui
