// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"
#include "ui/charts/charttexts.h"

#include <QTimeZone>
#include <QVector>
#include <QWidget>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;
class QCustomPlot;
class QLabel;

namespace renewal::ui {

/// One metric over time: stage bands behind, the limit dashed and labelled, missing values as gaps. The
/// pointer, or the arrow keys, tell value and time; dragging zooms, a double click or Escape resets.
class TimeSeriesChart final : public QWidget
{
    Q_OBJECT

public:
    explicit TimeSeriesChart(const QString &objectName, QWidget *parent = nullptr);

    /// Times on the axis are those of `zone`.
    void setData(const MetricSeries &series, const QVector<RolloutStage> &stages, const QTimeZone &zone);
    /// For pictures at another scale than the screen's.
    void setPixelRatio(double ratio);

    QSize sizeHint() const override;
    /// How many unbroken lines are drawn: one more than there are gaps.
    int segmentCount() const;
    /// What the cursor says; empty without one.
    QString cursorText() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupPlot();
    void setupMouse();
    void applyColours();
    void showBands(const QVector<RolloutStage> &stages);
    void showThreshold();
    void resetRange();
    void moveCursor(qsizetype point);
    qsizetype nearestPoint(double seconds) const;

    QCustomPlot *m_plot;
    QLabel *m_readout;
    QCPGraph *m_graph = nullptr;
    QCPItemTracer *m_tracer = nullptr;
    QCPItemStraightLine *m_limit = nullptr;
    QCPItemText *m_limitLabel = nullptr;
    MetricSeries m_series;
    QVector<RolloutStage> m_stages;
    QTimeZone m_zone;
    qsizetype m_cursor = -1;
    bool m_showsFocus = false; ///< only after the keyboard was used
};

} // namespace renewal::ui
