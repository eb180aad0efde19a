// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

class QTableView;

namespace renewal::ui {

/// How the columns of the queue share its width: the medication takes what is left. Where that would be too
/// little, last fill and number go first, then names get narrower; all come back with the room. Owned by
/// the table.
class QueueColumns final : public QObject
{
    Q_OBJECT

public:
    /// The table has its model already.
    explicit QueueColumns(QTableView *table);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QTableView *m_table;
    QHash<int, int> m_sizes; ///< as wished, also while hidden or narrower
    bool m_fitting = false;
};

} // namespace renewal::ui
