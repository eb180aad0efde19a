// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace renewal::ui {

/// One of an exclusive set: a radio mark, the care team, its kind, a bar and the figure. The columns stand
/// in line over all rows; the name gets the room it needs as long as a bar remains.
class CandidateDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    static int rowHeight(const QWidget *widget);

private:
    /// Where the columns lie, from the left edge of a row.
    struct Columns
    {
        int radio = 0;
        int name = 0;
        int nameWidth = 0;
        int kind = 0;
        int kindWidth = 0;
        int bar = 0;
        int barWidth = 0;
        int figure = 0;
        int figureWidth = 0;
    };
    Columns columns(const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace renewal::ui
