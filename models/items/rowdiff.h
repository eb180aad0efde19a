// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QVector>

#include <functional>

namespace renewal::items {

/// Turns one list of rows into another by the smallest set of row signals that is easy to be sure of, so
/// that views keep selection and scroll position.
class RowDiff
{
public:
    /// The protected row functions of a model, handed in.
    struct Signals
    {
        std::function<void(int, int)> beginRemove;
        std::function<void()> endRemove;
        std::function<void(int, int)> beginInsert;
        std::function<void()> endInsert;
        std::function<void(int, int)> beginMove; ///< from a row to an earlier one
        std::function<void()> endMove;
        std::function<void(int)> changed;
    };

    /// Rows with equal idOf(row) are the same row; the ids of `fresh` must be distinct (later doubles are
    /// dropped). Quadratic in the number of moved rows: meant for lists of at most some thousand rows.
    template <class Row, class IdOf>
    static void apply(QVector<Row> &rows, QVector<Row> fresh, IdOf idOf, const Signals &signal)
    {
        QSet<qint64> wanted;
        fresh.removeIf([&](const Row &row) {
            const qint64 id = idOf(row);
            const bool isDouble = wanted.contains(id);
            wanted.insert(id);
            return isDouble;
        });
        removeOthers(rows, wanted, idOf, signal);

        QSet<qint64> present;
        for (const Row &row : std::as_const(rows))
            present.insert(idOf(row));
        for (int i = 0; i < fresh.size(); ++i) {
            if (!present.contains(idOf(fresh[i])))
                i = insertRun(rows, fresh, i, present, idOf, signal);
            else
                keep(rows, fresh[i], i, idOf, signal);
        }
    }

private:
    template <class Row, class IdOf>
    static void removeOthers(QVector<Row> &rows, const QSet<qint64> &wanted, IdOf idOf, const Signals &signal)
    {
        for (int last = static_cast<int>(rows.size()) - 1; last >= 0; --last) {
            if (wanted.contains(idOf(rows[last])))
                continue;
            int first = last;
            while (first > 0 && !wanted.contains(idOf(rows[first - 1])))
                --first;
            signal.beginRemove(first, last);
            rows.remove(first, last - first + 1);
            signal.endRemove();
            last = first;
        }
    }

    /// Inserts fresh[i...] as long as they are new; returns the index of the last one inserted.
    template <class Row, class IdOf>
    static int insertRun(QVector<Row> &rows, const QVector<Row> &fresh, int i, const QSet<qint64> &present,
                         IdOf idOf, const Signals &signal)
    {
        int last = i;
        while (last + 1 < fresh.size() && !present.contains(idOf(fresh[last + 1])))
            ++last;
        signal.beginInsert(i, last);
        for (int row = i; row <= last; ++row)
            rows.insert(row, fresh[row]);
        signal.endInsert();
        return last;
    }

    template <class Row, class IdOf>
    static void keep(QVector<Row> &rows, const Row &fresh, int i, IdOf idOf, const Signals &signal)
    {
        if (idOf(rows[i]) != idOf(fresh)) {
            int from = i + 1;
            while (idOf(rows[from]) != idOf(fresh))
                ++from;
            signal.beginMove(from, i);
            rows.move(from, i);
            signal.endMove();
        }
        if (!(rows[i] == fresh)) {
            rows[i] = fresh;
            signal.changed(i);
        }
    }
};

} // namespace renewal::items
