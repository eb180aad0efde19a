// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnfitter.h"

#include "ui/widgets/typography.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <utility>

namespace renewal::ui {

ColumnFitter::ColumnFitter(QTableView *table, int stretchColumn, int least, const QVector<int> &expendable)
    : QObject(table)
    , m_table(table)
    , m_stretchColumn(stretchColumn)
    , m_least(least)
    , m_expendable(expendable)
{
    table->viewport()->installEventFilter(this);
}

bool ColumnFitter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

void ColumnFitter::takeNewSizes()
{
    m_sizes.clear();
    // A hidden section has no size that could be asked for.
    for (const int column : std::as_const(m_expendable))
        m_table->setColumnHidden(column, false);
    fit();
}

void ColumnFitter::fit()
{
    const QHeaderView *header = m_table->horizontalHeader();
    int room = m_table->viewport()->width() - scaled(m_table, m_least);
    for (int column = 0; column < header->count(); ++column) {
        if (column != m_stretchColumn && !m_expendable.contains(column))
            room -= header->sectionSize(column);
    }
    // The last one named is the dearest, so it is the first to get what is left.
    for (auto it = m_expendable.crbegin(); it != m_expendable.crend(); ++it) {
        const int hiddenSize = m_table->isColumnHidden(*it) ? m_sizes.value(*it) : header->sectionSize(*it);
        m_sizes.insert(*it, hiddenSize);
        room -= hiddenSize;
        m_table->setColumnHidden(*it, room < 0);
    }
}

} // namespace renewal::ui
