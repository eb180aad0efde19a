// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/postgresqlbulksink.h"

#include "app/store/connection.h"
#include "app/store/dialect.h"

#include <QSqlDriver>
#include <QVariant>

#include <charconv>
#include <libpq-fe.h>
#include <utility>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
constexpr std::size_t sendSize = 256 * 1024;

/// The text form of COPY: a backslash before what would end a cell, a row or an escape.
void appendText(std::string &buffer, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '\0':
            break;
        case '\t':
            buffer += "\\t";
            break;
        case '\n':
            buffer += "\\n";
            break;
        case '\r':
            buffer += "\\r";
            break;
        case '\\':
            buffer += "\\\\";
            break;
        default:
            buffer += c;
        }
    }
}

template <class Number>
void appendNumber(std::string &buffer, Number number)
{
    char digits[40];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    buffer.append(digits, end);
}
} // namespace

PostgreSqlBulkSink::PostgreSqlBulkSink(Connection &connection, pg_conn *server, QString sql)
    : m_connection(connection)
    , m_server(server)
    , m_sql(std::move(sql))
{
    m_buffer.reserve(sendSize + 64 * 1024);
}

PostgreSqlBulkSink::~PostgreSqlBulkSink()
{
    if (!m_open)
        return;
    PQputCopyEnd(m_server, "abandoned");
    (void)answer();
}

Result<std::unique_ptr<BulkSink>> PostgreSqlBulkSink::open(Connection &connection, const QString &table,
                                                           const QStringList &columns)
{
    const QVariant native = connection.handle().driver()->handle();
    auto *server = *static_cast<PGconn *const *>(native.constData());
    const QString sql = u"COPY %1 (%2) FROM STDIN"_s.arg(table, columns.join(u", "_s));
    PGresult *result = PQexec(server, sql.toUtf8().constData());
    const bool isReady = PQresultStatus(result) == PGRES_COPY_IN;
    const QString state = QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    PQclear(result);
    std::unique_ptr<PostgreSqlBulkSink> sink(new PostgreSqlBulkSink(connection, server, sql));
    if (!isReady) {
        sink->m_open = false;
        return failure(sink->failed(state));
    }
    return sink;
}

Done PostgreSqlBulkSink::add(std::span<const Cell> row)
{
    bool isFirst = true;
    for (const Cell &cell : row) {
        if (!std::exchange(isFirst, false))
            m_buffer += '\t';
        if (const auto *text = std::get_if<std::string_view>(&cell))
            appendText(m_buffer, *text);
        else if (const auto *number = std::get_if<std::int64_t>(&cell))
            appendNumber(m_buffer, *number);
        else if (const auto *real = std::get_if<double>(&cell))
            appendNumber(m_buffer, *real);
        else
            m_buffer += "\\N";
    }
    m_buffer += '\n';
    return m_buffer.size() >= sendSize ? send() : ok();
}

Done PostgreSqlBulkSink::send()
{
    const int sent = PQputCopyData(m_server, m_buffer.data(), static_cast<int>(m_buffer.size()));
    m_buffer.clear();
    if (sent == 1)
        return ok();
    m_open = false;
    return failure(failed(answer()));
}

Done PostgreSqlBulkSink::finish()
{
    if (!m_buffer.empty()) {
        if (const Done sent = send(); !sent)
            return sent;
    }
    m_open = false;
    if (PQputCopyEnd(m_server, nullptr) != 1)
        return failure(failed(answer()));
    const QString state = answer();
    if (!state.isNull())
        return failure(failed(state));
    return ok();
}

QString PostgreSqlBulkSink::answer()
{
    QString state;
    while (PGresult *result = PQgetResult(m_server)) {
        if (PQresultStatus(result) != PGRES_COMMAND_OK && state.isNull()) {
            const char *told = PQresultErrorField(result, PG_DIAG_SQLSTATE);
            state = told ? QString::fromLatin1(told) : u"08006"_s;
        }
        PQclear(result);
    }
    return state;
}

Error PostgreSqlBulkSink::failed(const QString &state)
{
    const Error error = m_connection.dialect().error(state, m_sql);
    m_connection.fail(error);
    return error;
}

} // namespace renewal::store
