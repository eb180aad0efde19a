// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldpainting.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace renewal::ui {

void paintField(const QStyleOption *option, QPainter *painter, const Theme &theme, bool standsOut)
{
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(standsOut ? theme.accent : theme.line);
    painter->setBrush(standsOut ? theme.accentFill : option->palette.color(QPalette::Base));
    painter->drawRoundedRect(rect, fieldRadius, fieldRadius);
    painter->restore();
    if (option->state & QStyle::State_HasFocus)
        paintFocusRing(painter, option->rect, fieldRadius, theme);
}

/// Its border is to be seen in the dark too.
void paintCheckBox(const QStyleOption *option, QPainter *painter, const Theme &theme)
{
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isOn = option->state & QStyle::State_On;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(option->state & QStyle::State_Enabled ? 1 : 0.5);
    painter->setPen(isOn ? theme.accent : theme.textQuiet);
    painter->setBrush(isOn ? theme.accent : theme.panel);
    painter->drawRoundedRect(rect, 3, 3);
    painter->setPen(QPen(theme.onAccent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (isOn)
        painter->drawPolyline(
            QPolygonF{{rect.left() + rect.width() * 0.24, rect.center().y()},
                      {rect.left() + rect.width() * 0.43, rect.bottom() - rect.height() * 0.27},
                      {rect.right() - rect.width() * 0.22, rect.top() + rect.height() * 0.28}});
    painter->restore();
}

void paintChevron(QPainter *painter, const QRectF &area, const QColor &color, Chevron direction)
{
    const QPointF centre = area.center();
    const double sign = direction == Chevron::Down ? 1 : -1;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{{centre.x() - 3.5, centre.y() - 1.5 * sign},
                                    {centre.x(), centre.y() + 2 * sign},
                                    {centre.x() + 3.5, centre.y() - 1.5 * sign}});
    painter->restore();
}

} // namespace renewal::ui
