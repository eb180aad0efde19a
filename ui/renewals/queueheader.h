// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace renewal::ui {

/// The heads of the queue's columns. The first is a check box for all rows that are loaded.
class QueueHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit QueueHeader(QWidget *parent = nullptr);

    void setCheckState(Qt::CheckState state);

signals:
    void checkRequested(bool checked);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    Qt::CheckState m_state = Qt::Unchecked;
};

} // namespace renewal::ui
