// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlitebulksink.h"

#include "app/store/connection.h"
#include "app/store/dialect.h"

#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>
#include <utility>

namespace renewal::store {

using namespace Qt::StringLiterals;

SqliteBulkSink::SqliteBulkSink(Connection &connection, sqlite3 *database, sqlite3_stmt *statement,
                               QString sql)
    : m_connection(connection)
    , m_database(database)
    , m_statement(statement)
    , m_sql(std::move(sql))
{
}

SqliteBulkSink::~SqliteBulkSink()
{
    sqlite3_finalize(m_statement);
}

Result<std::unique_ptr<BulkSink>> SqliteBulkSink::open(Connection &connection, const QString &table,
                                                       const QStringList &columns)
{
    const QVariant native = connection.handle().driver()->handle();
    auto *database = *static_cast<sqlite3 *const *>(native.constData());
    const QString marks = QStringList(columns.size(), u"?"_s).join(u", "_s);
    const QString sql = u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u", "_s), marks);
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v2(database, sql.toUtf8().constData(), -1, &statement, nullptr);
    std::unique_ptr<SqliteBulkSink> sink(new SqliteBulkSink(connection, database, statement, sql));
    if (code != SQLITE_OK)
        return sink->failed();
    return sink;
}

Done SqliteBulkSink::add(std::span<const Cell> row)
{
    int position = 0;
    for (const Cell &cell : row) {
        ++position;
        if (const auto *text = std::get_if<std::string_view>(&cell)) {
            // The row is stepped before this function returns, so the text need not be copied.
            sqlite3_bind_text64(m_statement, position, text->data() ? text->data() : "", text->size(),
                                SQLITE_STATIC, SQLITE_UTF8);
        } else if (const auto *number = std::get_if<std::int64_t>(&cell)) {
            sqlite3_bind_int64(m_statement, position, *number);
        } else if (const auto *real = std::get_if<double>(&cell)) {
            sqlite3_bind_double(m_statement, position, *real);
        } else {
            sqlite3_bind_null(m_statement, position);
        }
    }
    const bool stored = sqlite3_step(m_statement) == SQLITE_DONE;
    if (!stored)
        return failed();
    sqlite3_reset(m_statement);
    return ok();
}

Done SqliteBulkSink::finish()
{
    sqlite3_finalize(std::exchange(m_statement, nullptr));
    return ok();
}

tl::unexpected<Error> SqliteBulkSink::failed()
{
    const QString code = QString::number(sqlite3_extended_errcode(m_database));
    const Error error = m_connection.dialect().error(code, m_sql);
    sqlite3_reset(m_statement);
    m_connection.fail(error);
    return failure(error);
}

} // namespace renewal::store
