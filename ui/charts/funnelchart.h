// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"
#include "ui/charts/exportablechart.h"

#include <QVector>
#include <QWidget>

class QPainter;

namespace renewal::items {
class FunnelModel;
}

namespace renewal::ui {

/// How many people took each step of a flow: a bar, the number and the share of the first step. The up and
/// down keys go from step to step and tell the loss at each.
class FunnelChart final : public QWidget, public ExportableChart
{
    Q_OBJECT

public:
    /// The model must outlive the chart.
    FunnelChart(const items::FunnelModel *model, const QString &objectName, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &subtitle);
    /// What the cursor says; empty without one.
    QString cursorText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    Frame exportFrame() const override;
    void paintExport(QCPPainter *painter, const QRect &area, const Theme &theme) override;
    QVector<QStringList> exportRows() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int rowHeight() const;
    QString summary() const;
    void describe();
    void moveCursor(int row);
    void paintRow(QPainter *painter, int row, const QRectF &area, const Theme &theme) const;

    const items::FunnelModel *m_model;
    QString m_title;
    QString m_subtitle;
    int m_cursor = -1;
};

} // namespace renewal::ui
