// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/queueviewdelegate.h"

#include "models/items/queueviewsmodel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QAbstractItemView>
#include <QPainter>

namespace renewal::ui {

QSize QueueViewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool heading = index.data(items::HeadingRole).toBool();
    return {scaled(option.widget, 120), scaled(option.widget, heading ? 32 : 30)};
}

void QueueViewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    const int side = scaled(option.widget, 8);
    const QRect text = option.rect.adjusted(side, 0, -side, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(items::HeadingRole).toBool()) {
        painter->setFont(roleFont(FontRole::Tiny, option.font));
        painter->setPen(theme.textFaint);
        painter->drawText(text.adjusted(0, 0, 0, -scaled(option.widget, 5)), Qt::AlignLeft | Qt::AlignBottom,
                          index.data().toString());
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? theme.selection : theme.stripe);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 0.5, 0, -0.5), 5, 5);
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (selected && view && view->hasFocus())
        paintFocusRing(painter, option.rect, 5, theme);
    const QString count = index.data(items::QueueViewsModel::CountRole).toString();
    const QFont font = selected ? roleFont(FontRole::Strong, option.font) : option.font;
    const QFontMetrics metrics(font);
    const int countWidth = metrics.horizontalAdvance(count);
    const bool enabled = option.state & QStyle::State_Enabled;
    const auto group = enabled ? QPalette::Active : QPalette::Disabled;
    painter->setFont(font);
    painter->setPen(option.palette.color(group, QPalette::Text));
    painter->drawText(
        text.adjusted(0, 0, -countWidth - side / 2, 0), Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(index.data().toString(), Qt::ElideRight, text.width() - countWidth - side / 2));
    painter->setPen(option.palette.color(group, QPalette::PlaceholderText));
    painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, count);
    painter->restore();
}

} // namespace renewal::ui
