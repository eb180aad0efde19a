// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/queuedelegate.h"

#include "models/items/renewalsmodel.h"
#include "ui/renewals/drugtext.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QPainter>
#include <QPainterPath>
#include <QTableView>

namespace renewal::ui {

using items::RenewalsModel;

namespace {
/// The cells of a heading from its name to its chip, as one.
QRect acrossColumns(const QStyleOptionViewItem &option)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    if (!table)
        return option.rect;
    const int left = table->columnViewportPosition(RenewalsModel::MedicationColumn);
    const int right = table->columnViewportPosition(RenewalsModel::NextStepColumn);
    return {left, option.rect.top(), right - left, option.rect.height()};
}

void paintArrow(QPainter *painter, const QRect &cell, bool folded, const QColor &color)
{
    const QPointF center = QRectF(cell).center();
    const double size = cell.width() * 0.2;
    QPainterPath arrow;
    if (folded) {
        arrow.moveTo(center + QPointF(-size * 0.8, -size));
        arrow.lineTo(center + QPointF(size * 0.9, 0));
        arrow.lineTo(center + QPointF(-size * 0.8, size));
    } else {
        arrow.moveTo(center + QPointF(-size, -size * 0.8));
        arrow.lineTo(center + QPointF(size, -size * 0.8));
        arrow.lineTo(center + QPointF(0, size * 0.9));
    }
    arrow.closeSubpath();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(arrow, color);
}

QColor textColor(const QStyleOptionViewItem &option, QPalette::ColorRole role)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    return option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, role);
}
} // namespace

int QueueDelegate::arrowWidth(const QWidget *widget)
{
    return scaled(widget, 20);
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {width + scaled(option.widget, 16),
            RowDelegate::rowHeight(RowDelegate::Height::OneLine, option.widget)};
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    painter->save();
    paintGround(painter, option, index, theme);
    const int side = scaled(option.widget, 8);
    if (index.column() == RenewalsModel::CheckColumn) {
        const auto state = static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt());
        paintCheck(painter, option.rect, state, option.state & QStyle::State_Enabled, theme, option.widget);
    } else if (const QVariant tone = index.data(items::ToneRole); tone.isValid()) {
        paintChip(painter, option.rect.adjusted(side, 0, -side / 2, -1), index.data().toString(),
                  static_cast<items::Tone>(tone.toInt()), option.font, theme);
    } else if (index.data(items::HeadingRole).toBool()) {
        paintHeading(painter, option, index, theme);
    } else {
        paintText(painter, option, index);
    }
    painter->restore();
}

void QueueDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const Theme &theme) const
{
    const QModelIndex check = index.siblingAtColumn(RenewalsModel::CheckColumn);
    const bool heading = index.data(items::HeadingRole).toBool();
    const bool chosen = (option.state & QStyle::State_Selected) ||
                        (!heading && check.data(Qt::CheckStateRole).toInt() == Qt::Checked);
    const QRect &cell = option.rect;
    painter->fillRect(cell, chosen ? theme.selection : heading ? theme.stripe : theme.panel);
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.line);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && index.column() == RenewalsModel::CheckColumn && view->currentIndex().row() == index.row())
        painter->fillRect(QRect(cell.left(), cell.top(), 3, cell.height() - 1),
                          view->hasFocus() ? theme.accent : theme.textFaint);
}

void QueueDelegate::paintCheck(QPainter *painter, const QRect &cell, Qt::CheckState state, bool enabled,
                               const Theme &theme, const QWidget *widget)
{
    const double size = scaled(widget, 13);
    const QPointF center = QRectF(cell).center();
    const QRectF box(std::round(center.x() - size / 2) + 1.5, std::round(center.y() - size / 2) - 0.5, size,
                     size);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool filled = state != Qt::Unchecked;
    painter->setPen(QPen(filled ? theme.accent : theme.textFaint, 1));
    painter->setBrush(filled ? theme.accent : theme.panel);
    painter->setOpacity(enabled ? 1 : 0.5);
    painter->drawRoundedRect(box, 3, 3);
    painter->setPen(QPen(theme.onAccent, size / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x, y) * size; };
    if (state == Qt::Checked)
        painter->drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
    else if (state == Qt::PartiallyChecked)
        painter->drawLine(at(0.27, 0.5), at(0.73, 0.5));
    painter->restore();
}

void QueueDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index, const Theme &theme) const
{
    // One text under several cells: each paints its part.
    const QModelIndex first = index.siblingAtColumn(RenewalsModel::MedicationColumn);
    const QRect whole = acrossColumns(option);
    const int arrow = arrowWidth(option.widget);
    painter->setClipRect(option.rect.adjusted(0, 0, 0, -1), Qt::IntersectClip);
    paintArrow(painter, QRect(whole.left(), whole.top(), arrow, whole.height() - 1),
               first.data(RenewalsModel::FoldedRole).toBool(), theme.textQuiet);
    const QFont strong = roleFont(FontRole::Strong, option.font);
    const QString name = first.data().toString();
    const QRect text = whole.adjusted(arrow, 0, -scaled(option.widget, 4), -1);
    painter->setFont(strong);
    painter->setPen(textColor(option, QPalette::Text));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, name);
    const int used = QFontMetrics(strong).horizontalAdvance(name) + scaled(option.widget, 12);
    painter->setFont(option.font);
    painter->setPen(textColor(option, QPalette::PlaceholderText));
    painter->drawText(text.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      first.data(items::SecondLineRole).toString());
}

void QueueDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const int side = scaled(option.widget, 8);
    const int indent = index.column() == RenewalsModel::MedicationColumn ? arrowWidth(option.widget) : side;
    const QRect cell = option.rect.adjusted(indent, 0, -side / 2, -1);
    painter->setFont(option.font);
    painter->setPen(textColor(option, index.data(items::QuietRole).toBool() ? QPalette::PlaceholderText
                                                                            : QPalette::Text));
    const QString text = index.data().toString();
    const bool isDrug = index.column() == RenewalsModel::MedicationColumn;
    painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                      isDrug ? elidedDrug(text, option.fontMetrics, cell.width())
                             : option.fontMetrics.elidedText(text, Qt::ElideRight, cell.width()));
}

} // namespace renewal::ui
