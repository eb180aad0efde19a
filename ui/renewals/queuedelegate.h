// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace renewal::ui {

struct Theme;

/// Paints the queue: quiet rows of one line, the heading of each patient across the columns with its arrow,
/// check boxes, chips. Where a row's parts lie is told here, so that clicks and paint agree.
class QueueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// How far the arrow of a heading reaches into its column.
    static int arrowWidth(const QWidget *widget);
    /// A check box in the middle of `cell`.
    static void paintCheck(QPainter *painter, const QRect &cell, Qt::CheckState state, bool enabled,
                           const Theme &theme, const QWidget *widget);

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const Theme &theme) const;
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                      const Theme &theme) const;
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace renewal::ui
