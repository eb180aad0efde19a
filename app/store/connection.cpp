// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"

#include "app/store/dialect.h"

namespace renewal::store {

namespace {
/// Gives a kept statement back to the connection: ends its rows and the locks they hold.
class Finish
{
public:
    explicit Finish(QSqlQuery &query)
        : m_query(query)
    {
    }
    ~Finish() { m_query.finish(); }
    Finish(const Finish &) = delete;
    Finish &operator=(const Finish &) = delete;

private:
    QSqlQuery &m_query;
};
} // namespace

Connection::Connection(QSqlDatabase handle, std::shared_ptr<const Dialect> dialect)
    : m_handle(std::move(handle))
    , m_dialect(std::move(dialect))
{
}

Connection::~Connection()
{
    close();
}

void Connection::close()
{
    // Statements and handle must be gone before the name is given up.
    m_prepared.clear();
    const QString name = m_handle.connectionName();
    m_handle.close();
    m_handle = QSqlDatabase();
    if (!name.isEmpty())
        QSqlDatabase::removeDatabase(name);
}

Result<std::shared_ptr<QSqlQuery>> Connection::prepared(const QString &sql)
{
    if (const auto kept = m_prepared.value(sql); kept && !kept->isActive())
        return kept;
    // Page sizes and filters make many texts; the few that repeat are soon kept again.
    if (m_prepared.size() >= keptStatements)
        m_prepared.removeIf([](const auto &kept) { return !kept.value()->isActive(); });
    auto query = std::make_shared<QSqlQuery>(m_handle);
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        return failure(fail(query->lastError(), sql));
    m_prepared.insert(sql, query);
    return query;
}

Result<std::shared_ptr<QSqlQuery>> Connection::execute(const QString &sql, const QVariantList &values)
{
    auto query = prepared(sql);
    if (!query)
        return query;
    for (int i = 0; i < values.size(); ++i)
        (*query)->bindValue(i, values.at(i));
    if (!(*query)->exec()) {
        const Error error = fail((*query)->lastError(), sql);
        (*query)->finish();
        return failure(error);
    }
    return query;
}

Result<qint64> Connection::run(const QString &sql, const QVariantList &values)
{
    auto query = execute(sql, values);
    if (!query)
        return failure(query.error());
    const Finish finish(**query);
    return (*query)->numRowsAffected();
}

Done Connection::script(const QString &sql)
{
    QSqlQuery query(m_handle);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return failure(fail(query.lastError(), sql));
    return ok();
}

Done Connection::each(const QString &sql, const QVariantList &values,
                      const std::function<bool(const Row &)> &take)
{
    auto query = execute(sql, values);
    if (!query)
        return failure(query.error());
    const Finish finish(**query);
    const Row row(**query);
    while ((*query)->next()) {
        if (!take(row))
            return ok();
    }
    if ((*query)->lastError().isValid())
        return failure(fail((*query)->lastError(), sql));
    return ok();
}

Result<qint64> Connection::number(const QString &sql, const QVariantList &values)
{
    qint64 found = 0;
    const Done done = each(sql, values, [&](const Row &row) {
        found = row.number(0);
        return false;
    });
    if (!done)
        return failure(done.error());
    return found;
}

Error Connection::fail(const QSqlError &error, const QString &sql)
{
    const Error told = m_dialect->error(error, sql);
    fail(told);
    return told;
}

void Connection::fail(const Error &error)
{
    if (m_depth > 0 && m_failedDepth == 0) {
        m_failedDepth = m_depth;
        m_failure = error;
    }
}

bool Connection::isLost() const
{
    return !m_handle.isValid() || !m_handle.isOpen() || m_dialect->isLost(m_handle);
}

} // namespace renewal::store
