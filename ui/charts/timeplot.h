// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartcontent.h"
#include "ui/charts/plotbackdrop.h"
#include "ui/charts/plotpoints.h"

#include <QPen>
#include <QStringList>
#include <QVector>

#include <optional>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;
class QCPPainter;
class QCustomPlot;
class QWidget;

namespace renewal::ui {

struct Theme;

/// The drawing of a chart over time: from behind to front stage bands, hatching of late values, certainty,
/// lines, limit, cursor. Knows nothing of keys or the pointer. The widget belongs to its parent and must
/// live as long as this. Colours come from a theme, sizes from the application's font.
class TimePlot final
{
public:
    explicit TimePlot(QWidget *parent);

    QCustomPlot *widget() const { return m_plot; }

    /// Keeps the range when `keepRange`, else shows all.
    void setContent(const ChartContent &content, bool keepRange);
    void applyTheme(const Theme &theme);
    /// Of a series, by its place in the content.
    void setLineShown(qsizetype series, bool shown);

    /// From the first to the last point of all series; invalid without points.
    TimeSpan dataSpan() const { return m_data; }
    /// What can be seen at most: the data, or the bounds that were set, whichever is longer.
    TimeSpan whole() const { return m_whole; }
    /// So that charts one above the other can cover the same time.
    void setBounds(TimeSpan bounds);
    TimeSpan range() const;
    /// Kept inside whole(), and never shorter than a minute. Draws soon.
    void setRange(TimeSpan span);
    /// Draws at once.
    void redraw();

    /// A line at a time, dots on the shown lines, and a box with the words; nullopt takes all away.
    void setCursor(std::optional<double> at, const QStringList &lines);
    double timeAt(double pixel) const;

    /// Paints all but the cursor into `area`.
    void paint(QCPPainter *painter, const QRect &area);

    /// How many unbroken lines are drawn of a series: one more than it has gaps.
    int segmentCount(qsizetype series) const;

private:
    struct Line
    {
        QVector<PlotPoint> points;
        QCPGraph *line = nullptr;
        QCPGraph *dots = nullptr;
        QCPItemTracer *tracer = nullptr;
        QPen pen;
        bool shown = true;
    };

    void setupLayers();
    void setupAxes();
    void setupItems();
    void addLines();
    void showCertainty();
    void fitValues();
    void place(int pixels);
    void measure();
    void colourLines(const Theme &theme);

    QCustomPlot *m_plot;
    PlotBackdrop m_backdrop;
    QCPGraph *m_high = nullptr; ///< certainty: filled down to m_low
    QCPGraph *m_low = nullptr;
    QCPItemStraightLine *m_cursorLine = nullptr;
    QCPItemText *m_cursorBox = nullptr;
    ChartContent m_content;
    QVector<Line> m_lines;
    TimeSpan m_data;
    TimeSpan m_whole;
    TimeSpan m_bounds;
};

} // namespace renewal::ui
