// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/exportablechart.h"

#include <QVector>
#include <QWidget>

#include <optional>

class QCustomPlot;
class QCPItemStraightLine;

namespace renewal::ui {

/// A share (0 to 1) at a place of the x axis, with its interval.
struct SharePoint
{
    double x = 0;
    double share = 0;
    double low = 0;
    double high = 0;
    qint64 reviewed = 0;
};

struct ShareLine
{
    QString title;
    QVector<SharePoint> points; ///< ascending
    bool hasInterval = false;
};

/// All that a chart of shares shows; both axes are in per cent.
struct ShareContent
{
    QString title;
    QString xTitle;
    QVector<ShareLine> lines;   ///< one or two
    bool diagonal = false;      ///< where said and found are the same
    std::optional<double> mark; ///< on the x axis: what holds now
};

/// Shares against a probability: calibration, or precision and coverage against the threshold. Intervals are
/// whiskers. The left and right keys go from point to point and tell it.
class ShareChart final : public QWidget, public ExportableChart
{
    Q_OBJECT

public:
    ShareChart(const QString &title, const QString &objectName, QWidget *parent = nullptr);

    void setContent(const ShareContent &content);
    /// What the cursor says; empty without one.
    QString cursorText() const;

    QSize sizeHint() const override;
    Frame exportFrame() const override;
    void paintExport(QCPPainter *painter, const QRect &area, const Theme &theme) override;
    QVector<QStringList> exportRows() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setupPlot();
    void addLine(qsizetype line, const Theme &theme);
    void build(const Theme &theme);
    void fitAxes();
    void moveCursor(int point);
    void describe();
    QString summary() const;

    QCustomPlot *m_plot;
    ShareContent m_content;
    int m_cursor = -1;
};

} // namespace renewal::ui
