// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartcontent.h"
#include "ui/charts/exportablechart.h"
#include "ui/charts/timeplot.h"

#include <QVector>
#include <QWidget>

#include <optional>

class QLabel;

namespace renewal::ui {

class ChartLegend;

/// One or several metrics over time: stage bands behind, the limit dashed and labelled, missing values as
/// gaps, late values hatched. The pointer, or the arrow keys, tell value, time and number of observations;
/// dragging, Ctrl and wheel, + and - zoom; Shift and wheel, Ctrl and arrows pan; a double click, 0 or Escape
/// shows all. The plain wheel is left to what the chart lies in.
class TimeSeriesChart final : public QWidget, public ExportableChart
{
    Q_OBJECT

public:
    explicit TimeSeriesChart(const QString &objectName, QWidget *parent = nullptr);

    /// A refresh of the same series keeps what the reader zoomed to and hid.
    void setContent(const ChartContent &content);
    const ChartContent &content() const { return m_content; }
    /// For pictures at another scale than the screen's.
    void setPixelRatio(double ratio);
    /// Hides and shows the lines; may be put elsewhere, and stays the chart's.
    ChartLegend *legend() const { return m_legend; }

    /// What the data cover; invalid without any.
    TimeSpan dataSpan() const { return m_plot.dataSpan(); }
    TimeSpan timeRange() const { return m_plot.range(); }
    bool isZoomed() const { return m_plot.range() != m_plot.whole(); }
    /// From other charts: do not emit.
    void setBounds(TimeSpan bounds) { m_plot.setBounds(bounds); }
    void setTimeRange(TimeSpan span);
    void setMarker(std::optional<double> at);
    void showAll();
    /// Around the cursor, or the middle; 0.5 shows half as much.
    void zoomBy(double factor);

    QSize sizeHint() const override;
    /// How many unbroken lines are drawn of a series: one more than there are gaps.
    int segmentCount(qsizetype series = 0) const { return m_plot.segmentCount(series); }
    /// What the cursor says; empty without one.
    QString cursorText() const { return m_cursorLines.join(u'\n'); }

    Frame exportFrame() const override;
    void paintExport(QCPPainter *painter, const QRect &area, const Theme &theme) override;
    QVector<QStringList> exportRows() const override;

signals:
    void contentChanged();
    /// The reader chose another range.
    void timeRangeChosen(renewal::ui::TimeSpan span);
    /// Seconds since 1970; nullopt when the cursor went away.
    void cursorMoved(std::optional<double> at); // clazy:exclude=fully-qualified-moc-types

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupMouse();
    void chooseRange(TimeSpan span);
    void zoom(double factor, double around);
    void pan(double share);
    bool wheel(QWheelEvent *event);
    bool moveByKey(const QKeyEvent *event);
    bool zoomByKey(const QKeyEvent *event);
    void moveCursor(qsizetype position);
    void hover(double pixel);
    void tellCursor();

    TimePlot m_plot;
    ChartLegend *m_legend;
    QLabel *m_speaker; ///< says to screen readers what the cursor box shows
    ChartContent m_content;
    QVector<QDateTime> m_times; ///< where the cursor can be
    QStringList m_cursorLines;
    qsizetype m_cursor = -1;   ///< in m_times
    bool m_showsFocus = false; ///< only after the keyboard was used
};

} // namespace renewal::ui
