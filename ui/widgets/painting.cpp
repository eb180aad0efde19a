// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/painting.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace renewal::ui {

namespace {
QFont chipFont(const QFont &base)
{
    QFont font = roleFont(FontRole::Tiny, base);
    font.setPointSizeF(font.pointSizeF() * 11.5 / 11);
    return font;
}

int chipPadding(const QFontMetrics &metrics)
{
    return metrics.height() / 2 + 1;
}
} // namespace

QSize chipSize(const QString &text, const QFont &base)
{
    const QFontMetrics metrics(chipFont(base));
    // One more pixel: what is drawn may be a fraction wider than what is measured.
    return {metrics.horizontalAdvance(text) + 2 * chipPadding(metrics) + 1, metrics.height() + 4};
}

void paintChip(QPainter *painter, const QRectF &cell, const QString &text, items::Tone tone,
               const QFont &base, const Theme &theme)
{
    if (text.isEmpty())
        return;
    const QFont font = chipFont(base);
    const QFontMetrics metrics(font);
    QSizeF size = chipSize(text, base);
    size.setWidth(std::min(size.width(), cell.width()));
    const QRectF pill(cell.left(), cell.top() + (cell.height() - size.height()) / 2, size.width(),
                      size.height());
    const int padding = chipPadding(metrics);
    const Theme::Pair colors = theme.tone(tone);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(colors.fill == theme.panel ? QPen(colors.ink) : QPen(Qt::NoPen));
    painter->setBrush(colors.fill);
    painter->drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter->setPen(colors.ink);
    painter->setFont(font);
    const QRectF inner = pill.adjusted(padding, 0, -padding, 0);
    painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(text, Qt::ElideRight, static_cast<int>(inner.width())));
    painter->restore();
}

void paintBar(QPainter *painter, const QRectF &bar, double share, const Theme &theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const double radius = bar.height() / 2;
    QPainterPath outline;
    outline.addRoundedRect(bar, radius, radius);
    painter->fillPath(outline, theme.track);
    if (share > 0) {
        // Never shorter than it is high: a small share stays a dot.
        QRectF filled = bar;
        filled.setWidth(std::max(bar.height(), bar.width() * std::min(share, 1.0)));
        painter->setBrush(theme.accent);
        painter->drawRoundedRect(filled, radius, radius);
    }
    painter->restore();
}

void paintFocusRing(QPainter *painter, const QRectF &rect, double radius, const Theme &theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.accent, theme.focusWidth));
    painter->setBrush(Qt::NoBrush);
    const double inset = theme.focusWidth / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

} // namespace renewal::ui
