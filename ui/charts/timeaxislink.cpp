// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeaxislink.h"

#include "ui/charts/timeserieschart.h"

#include <algorithm>

namespace renewal::ui {

void TimeAxisLink::add(TimeSeriesChart *chart)
{
    m_charts.append(chart);
    connect(chart, &TimeSeriesChart::contentChanged, this, &TimeAxisLink::alignBounds);
    connect(chart, &TimeSeriesChart::timeRangeChosen, this, [this, chart](TimeSpan span) {
        for (TimeSeriesChart *other : std::as_const(m_charts)) {
            if (other != chart)
                other->setTimeRange(span);
        }
    });
    connect(chart, &TimeSeriesChart::cursorMoved, this, [this, chart](std::optional<double> at) {
        for (TimeSeriesChart *other : std::as_const(m_charts)) {
            if (other != chart)
                other->setMarker(at);
        }
    });
}

void TimeAxisLink::alignBounds()
{
    TimeSpan all;
    for (const TimeSeriesChart *chart : std::as_const(m_charts)) {
        const TimeSpan own = chart->dataSpan();
        if (own.isValid())
            all = all.isValid() ? TimeSpan{std::min(all.from, own.from), std::max(all.to, own.to)} : own;
    }
    for (TimeSeriesChart *chart : std::as_const(m_charts))
        chart->setBounds(all);
}

} // namespace renewal::ui
