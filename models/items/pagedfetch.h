// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/page.h"
#include "models/items/await.h"
#include "models/items/pagedmodelbase.h"

#include <QFuture>
#include <QSet>

#include <algorithm>
#include <utility>

namespace renewal::items {

/// How a model gets its rows: keyset pages on demand, stale answers dropped, refresh without a reset. What a
/// model makes of the rows is its own business.
///
/// A request belongs to a generation; restart() and refresh() begin a new one, and answers of older ones
/// are ignored, whatever order they arrive in.
template <class Row>
class PagedFetch : public PagedModelBase
{
public:
    using PagedModelBase::PagedModelBase;
    static constexpr int pageSize = 200;
    /// A refresh fetches at most so many rows again; those loaded beyond them stay as they are.
    static constexpr int refreshLimit = 1000;

    bool canFetchMore(const QModelIndex &parent) const final
    {
        return !parent.isValid() && !isLoading() && !m_next.isEmpty() && !error();
    }
    void fetchMore(const QModelIndex &parent) final
    {
        if (!canFetchMore(parent))
            return;
        setWaiting(false);
        request(m_next, pageSize, [this](const Page<Row> &page) {
            m_next = page.next;
            appendRows(page.items);
            setAnswered(page.total);
        });
    }
    void refresh() final { begin(false); }

protected:
    virtual QFuture<Result<Page<Row>>> requestPage(const QString &cursor, int limit) = 0;
    /// The rows from the top, in their order. With `keepRest` only the first ones were fetched again: what
    /// is loaded behind the last of them that was known before stays. False when nothing could stay.
    virtual bool replaceRows(QVector<Row> fresh, bool keepRest) = 0;
    /// The rows that follow those loaded; some may be known already.
    virtual void appendRows(const QVector<Row> &fresh) = 0;

    /// Call after the query changed.
    void restart() { begin(true); }

private:
    void begin(bool queryIsNew)
    {
        // A refresh during the first load of a query is that load begun again.
        m_queryIsNew = m_queryIsNew || queryIsNew;
        ++m_generation;
        m_collected.clear();
        m_wanted = m_queryIsNew ? pageSize
                                : static_cast<int>(std::clamp<qint64>(loadedCount(), pageSize, refreshLimit));
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
        const bool wasNew = std::exchange(m_queryIsNew, false);
        // Whoever scrolled beyond the limit must not be thrown back by a refresh.
        const bool keepRest = !wasNew && !page.next.isEmpty() && loadedCount() > m_collected.size();
        if (!replaceRows(std::exchange(m_collected, {}), keepRest) || !keepRest)
            m_next = page.next;
        if (wasNew)
            emit queryChanged(); // before "answered": what a view asks for now belongs to this answer
        setAnswered(page.total);
    }

    void fail(const Error &error)
    {
        const bool wasNew = std::exchange(m_queryIsNew, false);
        m_collected.clear();
        if (wasNew) { // the rows of another query must not stand under this one
            m_next.clear();
            replaceRows({}, false);
        }
        setFailed(error, wasNew);
    }

    QVector<Row> m_collected;
    QString m_next;
    quint64 m_generation = 0;
    int m_wanted = pageSize;
    bool m_queryIsNew = true;
};

/// What `old` has behind the last row that `fresh` has too: all that a refresh of the first rows cannot know
/// of. Empty when they have no row in common. Ids as told by idOf(row).
template <class Row, class IdOf>
QVector<Row> restOf(const QVector<Row> &old, const QVector<Row> &fresh, IdOf idOf)
{
    QSet<qint64> known;
    for (const Row &row : std::as_const(fresh))
        known.insert(idOf(row));
    qsizetype rest = old.size();
    while (rest > 0 && !known.contains(idOf(old[rest - 1])))
        --rest;
    return rest > 0 ? old.mid(rest) : QVector<Row>();
}

} // namespace renewal::items
