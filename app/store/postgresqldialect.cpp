// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/postgresqldialect.h"

#include "app/store/connection.h"
#include "app/store/postgresqlbulksink.h"

#include <QSqlDriver>
#include <QVariant>

#include <libpq-fe.h>

namespace renewal::store {

using namespace Qt::StringLiterals;

QString PostgreSqlDialect::name() const
{
    return u"postgresql"_s;
}

QString PostgreSqlDialect::driver() const
{
    return u"QPSQL"_s;
}

Done PostgreSqlDialect::configure(QSqlDatabase &handle, const DatabaseUrl &url) const
{
    handle.setHostName(url.host);
    handle.setPort(url.port);
    handle.setUserName(url.user);
    handle.setPassword(url.password);
    handle.setDatabaseName(url.name);
    handle.setConnectOptions(u"connect_timeout=5;application_name=renewal"_s);
    return ok();
}

QStringList PostgreSqlDialect::openingStatements() const
{
    // A generic plan cannot use the partial indexes of the views, and planning costs far less than a bad
    // plan.
    return {u"SET TIME ZONE 'UTC'"_s, u"SET client_min_messages = warning"_s,
            u"SET plan_cache_mode = force_custom_plan"_s};
}

QString PostgreSqlDialect::patience(std::chrono::milliseconds wait) const
{
    return u"SET lock_timeout = %1"_s.arg(wait.count()); // milliseconds
}

QString PostgreSqlDialect::beginWrite() const
{
    return u"BEGIN"_s;
}

QString PostgreSqlDialect::decisionLock() const
{
    // Any number will do as long as nothing else in this database takes the same one.
    return u"SELECT pg_advisory_xact_lock(5529401)"_s;
}

QString PostgreSqlDialect::beginRead() const
{
    return u"BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"_s;
}

Error PostgreSqlDialect::error(const QString &nativeCode, const QString &statement) const
{
    const auto told = [&](ErrorCode code, const char *text) {
        return fault(code, text, nativeCode, statement);
    };
    if (nativeCode.startsWith(u"23"))
        return told(
            ErrorCode::Conflict,
            QT_TRANSLATE_NOOP("store", "This contradicts what is stored already. Refresh and try again."));
    if (nativeCode.startsWith(u"40") || nativeCode == u"55P03")
        return told(
            ErrorCode::Unavailable,
            QT_TRANSLATE_NOOP("store", "The database is busy with other work. Try again in a moment."));
    if (nativeCode == u"53100")
        return told(ErrorCode::Unavailable,
                    QT_TRANSLATE_NOOP(
                        "store", "The disk that holds the database is full. Free some space and try again."));
    if (nativeCode.startsWith(u"53"))
        return told(
            ErrorCode::Unavailable,
            QT_TRANSLATE_NOOP(
                "store",
                "The database server has no room for more work or connections. Try again in a moment."));
    if (nativeCode.startsWith(u"28"))
        return told(
            ErrorCode::Unauthorized,
            QT_TRANSLATE_NOOP(
                "store",
                "The database server refused the user name or password. Check the database address."));
    if (nativeCode == u"3D000")
        return told(ErrorCode::NotFound,
                    QT_TRANSLATE_NOOP("store", "The database server has no database of that name. Create it "
                                               "or correct the database address."));
    if (nativeCode == u"42501" || nativeCode == u"25006")
        return told(ErrorCode::Unavailable,
                    QT_TRANSLATE_NOOP("store", "The database may not be changed by this user. Ask its "
                                               "administrator for the right to write."));
    if (nativeCode.startsWith(u"08") || nativeCode.startsWith(u"57P") || nativeCode == u"connection" ||
        nativeCode.isEmpty())
        return told(ErrorCode::Unavailable,
                    QT_TRANSLATE_NOOP("store", "The database server does not answer. Check that it runs and "
                                               "that the database address is right."));
    return told(ErrorCode::Internal,
                QT_TRANSLATE_NOOP("store", "The database reported a fault. The log has the details."));
}

bool PostgreSqlDialect::isLost(const QSqlDatabase &handle) const
{
    const QVariant native = handle.driver()->handle();
    return !native.isValid() || PQstatus(*static_cast<PGconn *const *>(native.constData())) != CONNECTION_OK;
}

QString PostgreSqlDialect::clockQuery() const
{
    return u"SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)"_s;
}

QString PostgreSqlDialect::lockRows() const
{
    return u" FOR UPDATE"_s;
}

QString PostgreSqlDialect::searchSource() const
{
    return u"renewal"_s;
}

QString PostgreSqlDialect::searchCondition() const
{
    return u"renewal.search @@ CAST(? AS tsquery)"_s;
}

QString PostgreSqlDialect::searchValue(const QStringList &words, const QString &) const
{
    QStringList parts;
    for (const QString &word : words)
        parts.append(u"'%1':*"_s.arg(word));
    return parts.join(u" & "_s);
}

Done PostgreSqlDialect::pauseSearch(Connection &connection) const
{
    return connection.script(u"DROP INDEX renewal_search"_s);
}

Done PostgreSqlDialect::resumeSearch(Connection &connection) const
{
    return connection.script(u"CREATE INDEX renewal_search ON renewal USING gin (search)"_s);
}

QString PostgreSqlDialect::renewalIndexes() const
{
    return u"SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() "
           "AND tablename = 'renewal' AND indexdef LIKE 'CREATE INDEX%' AND indexname <> 'renewal_search'"_s;
}

QString PostgreSqlDialect::analyze() const
{
    return u"ANALYZE"_s;
}

Result<std::unique_ptr<BulkSink>> PostgreSqlDialect::bulk(Connection &connection, const QString &table,
                                                          const QStringList &columns) const
{
    return PostgreSqlBulkSink::open(connection, table, columns);
}

} // namespace renewal::store
