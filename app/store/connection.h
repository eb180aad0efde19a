// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/row.h"
#include "models/base/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
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
    /// Calls `take` for each row until it returns false. Rows stream: `take` must not use the connection.
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
    /// The error as the dialect tells it. Inside a transaction it also dooms that transaction: as PostgreSQL
    /// does, nothing of it can be committed any more.
    Error fail(const QSqlError &error, const QString &sql);
    void fail(const Error &error);
    /// Ends the link; every later statement fails. For the database's own destructor.
    void close();
    /// The server hung up: the connection is of no further use.
    bool isLost() const;

private:
    friend class Transaction;

    Result<std::shared_ptr<QSqlQuery>> prepared(const QString &sql);
    Result<std::shared_ptr<QSqlQuery>> execute(const QString &sql, const QVariantList &values);

    QSqlDatabase m_handle;
    std::shared_ptr<const Dialect> m_dialect;
    static constexpr qsizetype keptStatements = 256;

    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    int m_depth = 0;       ///< open Transaction objects
    int m_failedDepth = 0; ///< the depth at which a statement failed; 0: none
    Error m_failure;       ///< what failed there
};

} // namespace renewal::store
