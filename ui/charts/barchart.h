// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/exportablechart.h"

#include <QVector>
#include <QWidget>

#include <optional>

class QCPAxis;
class QCustomPlot;

namespace renewal::ui {

class ChartLegend;

struct BarSeries
{
    QString title;
    QVector<std::optional<double>> values; ///< one for each place; missing is missing, not 0
};

/// All that a chart of bars shows.
struct BarContent
{
    QString title;
    QString placeTitle; ///< "day"
    QString unit;       ///< "h"; may be empty
    QStringList places; ///< as they stand on the axis
    QStringList spoken; ///< as they are told, and written to files
    QVector<BarSeries> series;
    QString footnote;
};

/// Bars side by side for each place: days from left to right, or names from top to bottom. The arrow keys go
/// from place to place and tell it; T and E ask for the table and for a file.
class BarChart final : public QWidget, public ExportableChart
{
    Q_OBJECT

public:
    BarChart(const QString &title, Qt::Orientation bars, const QString &objectName,
             QWidget *parent = nullptr);

    void setContent(const BarContent &content);
    const BarContent &content() const { return m_content; }
    /// For the head of its card; names that are switched off are not drawn.
    QWidget *legend() const;
    /// What the cursor says; empty without one.
    QString cursorText() const;

    QSize sizeHint() const override;
    Frame exportFrame() const override;
    void paintExport(QCPPainter *painter, const QRect &area, const Theme &theme) override;
    QVector<QStringList> exportRows() const override;

signals:
    void tableRequested();
    void exportRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QCPAxis *placeAxis() const;
    QCPAxis *valueAxis() const;
    void build(const Theme &theme);
    void addBars(const Theme &theme);
    void addPlaces();
    void addCursor(const Theme &theme);
    void moveCursor(qsizetype place);
    void describe();
    QString valueText(double value) const;
    QString summary() const;

    QCustomPlot *m_plot;
    ChartLegend *m_legend;
    Qt::Orientation m_bars;
    BarContent m_content;
    qsizetype m_cursor = -1;
};

} // namespace renewal::ui
