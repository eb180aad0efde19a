// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/row.h"
#include "models/base/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>

namespace renewal::store {

class Dialect;

/// One open database connection. It belongs to the thread that opened it, and so do the repositories built on
/// it: they are cheap, make them where they are needed.
///
/// Statements are prepared once and kept; rows are read forward only. Values are bound by position with `?`.
/// Errors carry a sentence for the user; their detail holds error codes and never values.
class Connection
{
public:
    Connection(QSqlDatabase handle, std::shared_ptr<const Dialect> dialect);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    const Dialect &dialect() const { return *m_dialect; }
    QSqlDatabase &handle() { return m_handle; }

    /// Runs a statement; the result is the number of rows it changed.
    Result<qint64> run(const QString &sql, const QVariantList &values = {});
    /// Runs a statement that has no values and is not worth keeping (schema, settings).
    Done script(const QString &sql);
    /// Calls `take` for each row until it returns false.
    Done each(const QString &sql, const QVariantList &values, const std::function<bool(const Row &)> &take);

    /// All rows through `map`.
    template <class T, class Map>
    Result<QVector<T>> rows(const QString &sql, const QVariantList &values, Map map)
    {
        QVector<T> all;
        const Done done = each(sql, values, [&](const Row &row) {
            all.append(map(row));
            return true;
        });
        if (!done)
            return failure(done.error());
        return all;
    }

    /// The first row through `map`; nullopt when there is none.
    template <class T, class Map>
    Result<std::optional<T>> first(const QString &sql, const QVariantList &values, Map map)
    {
        std::optional<T> found;
        const Done done = each(sql, values, [&](const Row &row) {
            found = map(row);
            return false;
        });
        if (!done)
            return failure(done.error());
        return found;
    }

    /// The single number a query answers; 0 for no row or NULL.
    Result<qint64> number(const QString &sql, const QVariantList &values = {});

    bool isInTransaction() const { return m_depth > 0; }

private:
    friend class Transaction;
    struct Prepared;
    class Use;

    Result<std::shared_ptr<Prepared>> prepared(const QString &sql);
    Error error(const QSqlQuery &query) const;

    QSqlDatabase m_handle;
    std::shared_ptr<const Dialect> m_dialect;
    QHash<QString, std::shared_ptr<Prepared>> m_prepared;
    int m_depth = 0; ///< open Transaction objects
};

} // namespace renewal::store
