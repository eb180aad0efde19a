// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/transaction.h"

#include "app/store/connection.h"
#include "app/store/dialect.h"

#include <utility>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
QString savepoint(int depth)
{
    return u"level_%1"_s.arg(depth);
}
} // namespace

Transaction::Transaction(Connection &connection, int depth)
    : m_connection(&connection)
    , m_depth(depth)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
    , m_depth(other.m_depth)
{
}

Transaction::~Transaction()
{
    if (m_connection)
        rollBack();
}

Result<Transaction> Transaction::begin(Connection &connection, Mode mode)
{
    const int depth = connection.m_depth + 1;
    const Dialect &dialect = connection.dialect();
    const QString statement = depth > 1             ? u"SAVEPOINT "_s + savepoint(depth)
                              : mode == Mode::Write ? dialect.beginWrite()
                                                    : dialect.beginRead();
    if (const Done begun = connection.script(statement); !begun)
        return failure(begun.error());
    connection.m_depth = depth;
    return Transaction(connection, depth);
}

Done Transaction::commit()
{
    // PostgreSQL answers COMMIT of a failed transaction with a silent rollback; make it an error instead.
    if (m_connection->m_failedDepth != 0) {
        const Error error = m_connection->m_failure;
        rollBack();
        return failure(error);
    }
    const QString statement = m_depth > 1 ? u"RELEASE SAVEPOINT "_s + savepoint(m_depth) : u"COMMIT"_s;
    if (const Done done = m_connection->script(statement); !done) {
        rollBack();
        return done;
    }
    m_connection->m_depth = m_depth - 1;
    m_connection = nullptr;
    return ok();
}

void Transaction::rollBack()
{
    Connection &connection = *std::exchange(m_connection, nullptr);
    // An error here leaves nothing to do: the database rolls back by itself when the connection closes.
    if (m_depth > 1) {
        (void)connection.script(u"ROLLBACK TO SAVEPOINT "_s + savepoint(m_depth));
        (void)connection.script(u"RELEASE SAVEPOINT "_s + savepoint(m_depth));
    } else {
        (void)connection.script(u"ROLLBACK"_s);
    }
    connection.m_depth = m_depth - 1;
    if (connection.m_failedDepth >= m_depth) {
        connection.m_failedDepth = 0;
        connection.m_failure = {};
    }
}

} // namespace renewal::store
