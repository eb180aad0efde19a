// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace renewal::ui {

struct Theme;

/// Paints the rows of all lists: a hairline below, the whole row selected, an accent bar where the keyboard
/// is; and in a cell, after the roles of models/items/roles.h: a chip, a two-line text, or plain text.
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Height
    {
        OneLine,
        TwoLines,
    };
    explicit RowDelegate(Height height, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Row height in pixels for views that want it fixed.
    static int rowHeight(Height height, const QWidget *widget);

    /// The background, hairline and keyboard bar of one cell; for other delegates too.
    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                            const Theme &theme);

private:
    void paintText(QPainter *painter, const QRect &cell, const QModelIndex &index,
                   const QStyleOptionViewItem &option) const;

    Height m_height;
};

} // namespace renewal::ui
