// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/queueheader.h"

#include "models/items/renewalsmodel.h"
#include "ui/renewals/queuedelegate.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionHeader>

namespace renewal::ui {

using items::RenewalsModel;

QueueHeader::QueueHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
}

void QueueHeader::setCheckState(Qt::CheckState state)
{
    m_state = state;
    viewport()->update();
}

void QueueHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (logicalIndex == RenewalsModel::CheckColumn) {
        QStyleOptionHeader option;
        initStyleOption(&option);
        option.rect = rect;
        style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
        QueueDelegate::paintCheck(painter, rect, m_state, isEnabled(), Theme::of(palette()), this);
        return;
    }
    // Titles stand over the texts of their columns.
    const int indent = logicalIndex == RenewalsModel::MedicationColumn
                           ? QueueDelegate::arrowWidth(this) - style()->pixelMetric(QStyle::PM_HeaderMargin)
                           : 0;
    QStyleOptionHeader ground;
    initStyleOption(&ground);
    ground.rect = rect;
    style()->drawControl(QStyle::CE_HeaderSection, &ground, painter, this);
    painter->save();
    QHeaderView::paintSection(painter, rect.adjusted(std::max(indent, 0), 0, 0, 0), logicalIndex);
    painter->restore();
}

void QueueHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && logicalIndexAt(event->pos()) == RenewalsModel::CheckColumn)
        emit checkRequested(m_state != Qt::Checked);
}

} // namespace renewal::ui
