// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowdelegate.h"

#include "models/items/roles.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QAbstractItemView>
#include <QPainter>

namespace renewal::ui {

namespace {
bool isKeyboardRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->hasFocus() && view->currentIndex().row() == index.row();
}

void drawElided(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
                const QColor &color)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}
} // namespace

RowDelegate::RowDelegate(Height height, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_height(height)
{
}

int RowDelegate::rowHeight(Height height, const QWidget *widget)
{
    return scaled(widget, height == Height::OneLine ? 31 : 47);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {width + scaled(option.widget, 16), rowHeight(m_height, option.widget)};
}

void RowDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                              const Theme &theme)
{
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, selected ? theme.selection : theme.panel);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    if (index.column() == 0 && isKeyboardRow(option, index))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1),
                          theme.accent);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    painter->save();
    paintGround(painter, option, index, theme);
    const int side = scaled(option.widget, 8);
    const QRect cell = option.rect.adjusted(index.column() == 0 ? side + side / 2 : side, 0, -side / 2, -1);
    if (const QVariant tone = index.data(items::ToneRole); tone.isValid())
        paintChip(painter, cell, index.data().toString(), static_cast<items::Tone>(tone.toInt()), option.font,
                  theme);
    else
        paintText(painter, cell, index, option);
    painter->restore();
}

void RowDelegate::paintText(QPainter *painter, const QRect &cell, const QModelIndex &index,
                            const QStyleOptionViewItem &option) const
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor normal =
        option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text);
    const QColor quiet =
        option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::PlaceholderText);
    const QFont font =
        index.data(items::StrongRole).toBool() ? roleFont(FontRole::Strong, option.font) : option.font;
    const QColor color = index.data(items::QuietRole).toBool() ? quiet : normal;
    const QString second = index.data(items::SecondLineRole).toString();
    if (second.isEmpty() || m_height == Height::OneLine) {
        drawElided(painter, cell, index.data().toString(), font, color);
        return;
    }
    const int line = option.fontMetrics.height();
    const int gap = 1;
    const QRect first(cell.left(), cell.center().y() - line + 1 - gap, cell.width(), line);
    drawElided(painter, first, index.data().toString(), font, color);
    drawElided(painter, first.translated(0, line + 2 * gap), second, roleFont(FontRole::Small, option.font),
               quiet);
}

} // namespace renewal::ui
