// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bulkwriter.h"

#include <QString>

#include <string>

struct pg_conn;

namespace renewal::store {

/// Bulk rows for PostgreSQL: COPY in text form through the driver's own connection.
class PostgreSqlBulkSink final : public BulkSink
{
public:
    static Result<std::unique_ptr<BulkSink>> open(Connection &connection, const QString &table,
                                                  const QStringList &columns);
    ~PostgreSqlBulkSink() override;
    Done add(std::span<const Cell> row) override;
    Done finish() override;

private:
    PostgreSqlBulkSink(Connection &connection, pg_conn *server, QString sql);
    Done send();
    /// Reads the server's answer to the COPY; empty when it is content, else the SQLSTATE.
    QString answer();
    Error failed(const QString &state);

    Connection &m_connection;
    pg_conn *m_server;
    QString m_sql;
    std::string m_buffer;
    bool m_open = true;
};

} // namespace renewal::store
