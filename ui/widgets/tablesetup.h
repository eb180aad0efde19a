// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

#include <QVector>

class QTableView;

namespace renewal::ui {

/// What all our tables have in common: whole rows, fixed heights, no grid, no row numbers. (A vertical
/// header that sizes to contents takes minutes with a million rows.)
void setupRowTable(QTableView *table, RowDelegate::Height height);

struct ColumnWidth
{
    int column;
    int width; ///< pixels of the drawn design
};

/// Widths to start with; one column takes what is left. Call after setModel().
void setColumnWidths(QTableView *table, int stretchColumn, const QVector<ColumnWidth> &widths);

} // namespace renewal::ui
