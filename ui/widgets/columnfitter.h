// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QVector>

class QTableView;

namespace renewal::ui {

/// Where a table is too narrow, hides its least important columns instead of cutting the most important
/// one; they come back with the room. Owned by the table.
class ColumnFitter final : public QObject
{
    Q_OBJECT

public:
    /// `least` is the width (pixels of the drawn design) that `stretchColumn` must keep; `expendable` the
    /// columns that may go, the first first.
    ColumnFitter(QTableView *table, int stretchColumn, int least, const QVector<int> &expendable);

    /// The header was given other widths: what is hidden now comes back as far as there is room.
    void takeNewSizes();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QTableView *m_table;
    int m_stretchColumn;
    int m_least;
    QVector<int> m_expendable;
    QHash<int, int> m_sizes; ///< of the columns, also while hidden
};

} // namespace renewal::ui
