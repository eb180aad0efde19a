// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablesetup.h"

#include "ui/widgets/typography.h"

#include <QHeaderView>
#include <QTableView>

namespace renewal::ui {

void setupRowTable(QTableView *table, RowDelegate::Height height)
{
    table->setItemDelegate(new RowDelegate(height, table));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    QHeaderView *rows = table->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setMinimumSectionSize(1);
    rows->setDefaultSectionSize(RowDelegate::rowHeight(height, table));
    QHeaderView *columns = table->horizontalHeader();
    columns->setHighlightSections(false);
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setMinimumSectionSize(scaled(table, 48));
    columns->setSectionsClickable(false);
}

void setColumnWidths(QTableView *table, int stretchColumn, const QVector<ColumnWidth> &widths)
{
    QHeaderView *columns = table->horizontalHeader();
    columns->setSectionResizeMode(QHeaderView::Interactive);
    columns->setSectionResizeMode(stretchColumn, QHeaderView::Stretch);
    for (const ColumnWidth &width : widths)
        columns->resizeSection(width.column, scaled(table, width.width));
}

} // namespace renewal::ui
