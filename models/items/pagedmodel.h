// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/page.h"
#include "models/items/await.h"
#include "models/items/pagedmodelbase.h"
#include "models/items/rowdiff.h"

#include <QFuture>
#include <QSet>

#include <algorithm>

namespace renewal::items {

/// The common part of all paged models: keyset pages, stale answers dropped, refresh by row signals.
///
/// A request belongs to a generation; restart() and refresh() begin a new one, and answers of older ones
/// are ignored, whatever order they arrive in.
template <class Row>
class PagedModel : public PagedModelBase
{
public:
    using PagedModelBase::PagedModelBase;
    static constexpr int pageSize = 200;
    /// A refresh fetches at most so many rows again; the rest is fetched when scrolled to.
    static constexpr int refreshLimit = 1000;

    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    bool canFetchMore(const QModelIndex &parent) const final
    {
        return !parent.isValid() && !isLoading() && !m_next.isEmpty() && !error();
    }
    void fetchMore(const QModelIndex &parent) final
    {
        if (!canFetchMore(parent))
            return;
        setWaiting(false);
        request(m_next, pageSize, [this](const Page<Row> &page) { append(page); });
    }
    void refresh() final { begin(false); }

    /// The row, or nullptr when out of bounds.
    const Row *row(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr; }
    /// The row number of an id, or -1.
    int rowOf(qint64 id) const
    {
        const auto it = std::ranges::find_if(m_rows, [&](const Row &row) { return idOf(row) == id; });
        return it == m_rows.cend() ? -1 : static_cast<int>(it - m_rows.cbegin());
    }

protected:
    virtual QFuture<Result<Page<Row>>> requestPage(const QString &cursor, int limit) = 0;
    virtual qint64 idOf(const Row &row) const = 0;

    /// Call after the query changed.
    void restart() { begin(true); }

private:
    void begin(bool queryIsNew)
    {
        // A refresh during the first load of a query is that load begun again.
        m_queryIsNew = m_queryIsNew || queryIsNew;
        ++m_generation;
        m_collected.clear();
        m_wanted =
            m_queryIsNew ? pageSize : std::clamp(static_cast<int>(m_rows.size()), pageSize, refreshLimit);
        setWaiting(m_queryIsNew);
        request(QString(), pageSize, [this](const Page<Row> &page) { collect(page); });
    }

    template <class Handler>
    void request(const QString &cursor, int limit, Handler handler)
    {
        const quint64 generation = m_generation;
        await(requestPage(cursor, limit), this, [this, generation, handler](Result<Page<Row>> result) {
            if (generation != m_generation)
                return;
            if (result)
                handler(*result);
            else
                fail(result.error());
        });
    }

    void collect(const Page<Row> &page)
    {
        m_collected += page.items;
        if (m_collected.size() < m_wanted && !page.next.isEmpty()) {
            request(page.next, pageSize, [this](const Page<Row> &next) { collect(next); });
            return;
        }
        m_next = page.next;
        const bool wasNew = std::exchange(m_queryIsNew, false);
        replaceRows(std::exchange(m_collected, {}));
        if (wasNew)
            emit queryChanged(); // before "answered": what a view asks for now belongs to this answer
        setAnswered(page.total);
    }

    void append(const Page<Row> &page)
    {
        QSet<qint64> known;
        for (const Row &row : std::as_const(m_rows))
            known.insert(idOf(row));
        QVector<Row> fresh;
        std::ranges::copy_if(page.items, std::back_inserter(fresh),
                             [&](const Row &row) { return !known.contains(idOf(row)); });
        m_next = page.next;
        if (!fresh.isEmpty()) {
            const int first = static_cast<int>(m_rows.size());
            beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
            m_rows += fresh;
            endInsertRows();
        }
        setAnswered(page.total);
    }

    void fail(const Error &error)
    {
        const bool wasNew = std::exchange(m_queryIsNew, false);
        m_collected.clear();
        if (wasNew) { // the rows of another query must not stand under this one
            m_next.clear();
            replaceRows({});
        }
        setFailed(error, wasNew);
    }

    void replaceRows(QVector<Row> fresh)
    {
        const auto idOfRow = [this](const Row &row) { return idOf(row); };
        RowDiff::apply(
            m_rows, std::move(fresh), idOfRow,
            {.beginRemove = [this](int first, int last) { beginRemoveRows({}, first, last); },
             .endRemove = [this] { endRemoveRows(); },
             .beginInsert = [this](int first, int last) { beginInsertRows({}, first, last); },
             .endInsert = [this] { endInsertRows(); },
             .beginMove = [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
             .endMove = [this] { endMoveRows(); },
             .changed =
                 [this](int row) { emit dataChanged(index(row, 0), index(row, columnCount({}) - 1)); }});
    }

    QVector<Row> m_rows;
    QVector<Row> m_collected;
    QString m_next;
    quint64 m_generation = 0;
    int m_wanted = pageSize;
    bool m_queryIsNew = true;
};

} // namespace renewal::items
