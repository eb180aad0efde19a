// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/pagedfetch.h"
#include "models/items/rowdiff.h"

#include <QSet>

#include <algorithm>

namespace renewal::items {

/// The common part of all flat paged models: one item a row, refresh by row signals.
template <class Row>
class PagedModel : public PagedFetch<Row>
{
public:
    using PagedFetch<Row>::PagedFetch;

    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    /// The row, or nullptr when out of bounds.
    const Row *row(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr; }
    /// The row number of an id, or -1.
    int rowOf(qint64 id) const
    {
        const auto it = std::ranges::find_if(m_rows, [&](const Row &row) { return idOf(row) == id; });
        return it == m_rows.cend() ? -1 : static_cast<int>(it - m_rows.cbegin());
    }

protected:
    virtual qint64 idOf(const Row &row) const = 0;

    void appendRows(const QVector<Row> &rows) final
    {
        QSet<qint64> known;
        for (const Row &row : std::as_const(m_rows))
            known.insert(idOf(row));
        QVector<Row> fresh;
        std::ranges::copy_if(rows, std::back_inserter(fresh),
                             [&](const Row &row) { return !known.contains(idOf(row)); });
        if (fresh.isEmpty())
            return;
        const int first = static_cast<int>(m_rows.size());
        this->beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        m_rows += fresh;
        this->endInsertRows();
    }

    bool replaceRows(QVector<Row> fresh, bool keepRest) final
    {
        const auto idOfRow = [this](const Row &row) { return idOf(row); };
        const QVector<Row> rest = keepRest ? restOf(m_rows, fresh, idOfRow) : QVector<Row>();
        fresh += rest;
        RowDiff::apply(
            m_rows, std::move(fresh), idOfRow,
            {.beginRemove = [this](int first, int last) { this->beginRemoveRows({}, first, last); },
             .endRemove = [this] { this->endRemoveRows(); },
             .beginInsert = [this](int first, int last) { this->beginInsertRows({}, first, last); },
             .endInsert = [this] { this->endInsertRows(); },
             .beginMove = [this](int from, int to) { this->beginMoveRows({}, from, from, {}, to); },
             .endMove = [this] { this->endMoveRows(); },
             .changed =
                 [this](int row) {
                     emit this->dataChanged(this->index(row, 0), this->index(row, this->columnCount({}) - 1));
                 }});
        return !rest.isEmpty();
    }

private:
    QVector<Row> m_rows;
};

} // namespace renewal::items
