// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartcontent.h"

#include <QVector>

class QCPItemRect;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace renewal::ui {

class HatchedSpan;
struct Theme;

/// What stands behind the lines of a chart over time: stage bands with their labels, the hatching of late
/// values, and the limit. Its items belong to the plot, which must outlive it.
class PlotBackdrop final
{
public:
    explicit PlotBackdrop(QCustomPlot *plot);

    /// Makes the items anew: they need place() and applyTheme() then.
    void setContent(const ChartContent &content);
    /// Labels stay in sight while any of their stage is in `span`.
    void place(TimeSpan span);
    void applyTheme(const Theme &theme);

private:
    struct Band
    {
        double from = 0;
        double to = 0;
        QCPItemRect *area = nullptr;
        QCPItemText *label = nullptr;
    };

    void addBands(const ChartContent &content);
    void showLimit(const ChartContent &content);
    void placeBand(const Band &band, TimeSpan span);

    QCustomPlot *m_plot;
    QCPItemStraightLine *m_limit;
    QCPItemText *m_limitLabel;
    HatchedSpan *m_late;
    QCPItemText *m_lateLabel;
    QVector<Band> m_bands;
    double m_lateFrom = 0; ///< 0: nothing is late
};

} // namespace renewal::ui
