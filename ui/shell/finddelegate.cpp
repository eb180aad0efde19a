// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finddelegate.h"

#include "models/items/roles.h"
#include "ui/shell/findmodel.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QPainter>

namespace renewal::ui {

namespace {
/// Draws from the right and takes the room off `cell`.
void drawAtRight(QPainter *painter, QRect &cell, const QString &text, const QFont &font, const QColor &color)
{
    if (text.isEmpty())
        return;
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, text);
    cell.setRight(cell.right() - QFontMetrics(font).horizontalAdvance(text) - 12);
}

void drawAtLeft(QPainter *painter, QRect &cell, const QString &text, const QFont &font, const QColor &color)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, cell.width());
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter, shown);
    cell.setLeft(cell.left() + metrics.horizontalAdvance(shown) + 10);
}
} // namespace

void FindDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    const int side = scaled(option.widget, 12);
    painter->save();
    QRect cell = option.rect.adjusted(side, 0, -side, 0);
    if (index.data(items::HeadingRole).toBool()) {
        cell.setTop(cell.bottom() - scaled(option.widget, 22));
        drawAtLeft(painter, cell, index.data().toString(), roleFont(FontRole::Tiny), theme.textFaint);
        painter->restore();
        return;
    }
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, theme.selection);
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          theme.accent);
    }
    const QFont small = roleFont(FontRole::Small);
    drawAtRight(painter, cell, index.data(FindModel::KeysRole).toString(), small, theme.textQuiet);
    drawAtRight(painter, cell, index.data(FindModel::StateRole).toString(), small, theme.textQuiet);
    drawAtLeft(painter, cell, index.data().toString(), roleFont(FontRole::Body), theme.text);
    drawAtLeft(painter, cell, index.data(items::SecondLineRole).toString(), small, theme.textQuiet);
    painter->restore();
}

QSize FindDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool heading = index.data(items::HeadingRole).toBool();
    return {scaled(option.widget, 200), scaled(option.widget, heading ? 28 : 31)};
}

} // namespace renewal::ui
