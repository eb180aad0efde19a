// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bulkwriter.h"

#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace renewal::store {

/// Bulk rows for SQLite: one prepared insert on the raw handle, no QVariant on the way.
class SqliteBulkSink final : public BulkSink
{
public:
    static Result<std::unique_ptr<BulkSink>> open(Connection &connection, const QString &table,
                                                  const QStringList &columns);
    ~SqliteBulkSink() override;
    Done add(std::span<const Cell> row) override;
    Done finish() override;

private:
    SqliteBulkSink(Connection &connection, sqlite3 *database, sqlite3_stmt *statement, QString sql);
    tl::unexpected<Error> failed();

    Connection &m_connection;
    sqlite3 *m_database;
    sqlite3_stmt *m_statement;
    QString m_sql;
};

} // namespace renewal::store
