// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlitedialect.h"

#include "app/store/connection.h"
#include "app/store/sqlitebulksink.h"

#include <QDir>
#include <QFileInfo>

#include <mutex>
#include <sqlite3.h>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
/// Each connection maps the first 64 MB of the file, not all of it: reads cost a few milliseconds more where
/// there is much to read, and the pages of three connections do not count as memory of this process many
/// times over.
QString mapBeginning()
{
    return u"PRAGMA mmap_size = 67108864"_s;
}
} // namespace

QString SqliteDialect::name() const
{
    return u"sqlite"_s;
}

QString SqliteDialect::driver() const
{
    return u"QSQLITE"_s;
}

Done SqliteDialect::configure(QSqlDatabase &handle, const DatabaseUrl &url) const
{
    // Memory statistics take a process-wide lock at each allocation, which halves what two readers can do.
    // Possible only before the first use of SQLite; later it is refused, which does no harm.
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });

    const QFileInfo file(url.path);
    if (!QDir().mkpath(file.absolutePath()))
        return failure(error(u"14"_s, {}));
    // Patient data is the owner's alone, wherever the file lies; SQLite makes its side files alike.
    QFile database(url.path);
    if (!database.exists() && !database.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
        return failure(error(u"14"_s, {}));
    handle.setDatabaseName(url.path);
    return ok();
}

QStringList SqliteDialect::openingStatements() const
{
    // With WAL, synchronous=NORMAL keeps every commit through a killed process; only a loss of power may
    // undo the newest ones, never damage the file.
    return {u"PRAGMA journal_mode = WAL"_s,  u"PRAGMA synchronous = NORMAL"_s,
            u"PRAGMA foreign_keys = ON"_s,   mapBeginning(),
            u"PRAGMA cache_size = -65536"_s, u"PRAGMA journal_size_limit = 67108864"_s};
}

QString SqliteDialect::patience(std::chrono::milliseconds wait) const
{
    return u"PRAGMA busy_timeout = %1"_s.arg(wait.count());
}

QString SqliteDialect::beginWrite() const
{
    return u"BEGIN IMMEDIATE"_s;
}

QString SqliteDialect::beginRead() const
{
    return u"BEGIN"_s;
}

Error SqliteDialect::error(const QString &nativeCode, const QString &statement) const
{
    const auto told = [&](ErrorCode code, const char *text) {
        return fault(code, text, nativeCode, statement);
    };
    switch (nativeCode.toInt() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return told(
            ErrorCode::Unavailable,
            QT_TRANSLATE_NOOP("store", "The database is busy with other work. Try again in a moment."));
    case SQLITE_FULL:
        return told(ErrorCode::Unavailable,
                    QT_TRANSLATE_NOOP(
                        "store", "The disk that holds the database is full. Free some space and try again."));
    case SQLITE_CONSTRAINT:
        return told(
            ErrorCode::Conflict,
            QT_TRANSLATE_NOOP("store", "This contradicts what is stored already. Refresh and try again."));
    case SQLITE_CANTOPEN:
        return told(ErrorCode::Unavailable,
                    QT_TRANSLATE_NOOP("store", "The database file cannot be opened. Check that its folder "
                                               "exists and that you may write to it."));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return told(
            ErrorCode::Unavailable,
            QT_TRANSLATE_NOOP(
                "store", "The database may only be read. Check the permissions of its file and folder."));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return told(
            ErrorCode::Integrity,
            QT_TRANSLATE_NOOP("store",
                              "The database file is damaged or is no database. Restore it from a backup."));
    case SQLITE_IOERR:
        return told(ErrorCode::Unavailable,
                    QT_TRANSLATE_NOOP(
                        "store", "The database file cannot be read or written. Check the disk it is on."));
    default:
        return told(ErrorCode::Internal,
                    QT_TRANSLATE_NOOP("store", "The database reported a fault. The log has the details."));
    }
}

bool SqliteDialect::isLost(const QSqlDatabase &) const
{
    return false;
}

QString SqliteDialect::searchSource() const
{
    return u"renewal_search CROSS JOIN renewal ON renewal.id = renewal_search.rowid"_s;
}

QString SqliteDialect::searchCondition() const
{
    return u"renewal_search MATCH ?"_s;
}

QString SqliteDialect::searchValue(const QStringList &words, const QString &parentStation) const
{
    QStringList parts;
    if (!parentStation.isEmpty())
        parts.append(u"{parent_station} : \"%1\""_s.arg(QString(parentStation).remove(u'"')));
    for (const QString &word : words)
        parts.append(
            u"{patient_key patient_end drug prescription_number prescriber_shown} : \"%1\" *"_s.arg(word));
    return parts.join(u" AND "_s);
}

Done SqliteDialect::pauseSearch(Connection &connection) const
{
    return connection.script(u"UPDATE renewal_upkeep SET paused = 1"_s);
}

Done SqliteDialect::resumeSearch(Connection &connection) const
{
    for (const QString &statement :
         {u"UPDATE renewal_upkeep SET paused = 0"_s, u"DELETE FROM renewal_count"_s,
          u"INSERT INTO renewal_count (parent_station, ehr, state, number) "
          "SELECT parent_station, ehr, state, count(*) FROM renewal GROUP BY 1, 2, 3"_s,
          u"DELETE FROM renewal_due"_s,
          u"INSERT INTO renewal_due (parent_station, ehr, due_day, number) "
          "SELECT parent_station, ehr, due_at / 86400000, count(*) FROM renewal "
          "WHERE state NOT IN ('routed', 'closed') GROUP BY 1, 2, 3"_s,
          u"DELETE FROM renewal_outcome"_s,
          u"INSERT INTO renewal_outcome (parent_station, ehr, outcome, number) "
          "SELECT parent_station, ehr, outcome, count(*) FROM renewal "
          "WHERE state = 'closed' AND outcome <> '' GROUP BY 1, 2, 3"_s,
          u"UPDATE prescriber SET waiting = 0 WHERE waiting <> 0"_s,
          u"UPDATE prescriber SET waiting = d.number FROM (SELECT parent_station, prescriber_id, "
          "count(*) AS number FROM renewal WHERE state IN ('needs_routing', 'ready_to_route') GROUP BY 1, 2) "
          "d "
          "WHERE prescriber.parent_station = d.parent_station AND prescriber.id = d.prescriber_id"_s,
          u"INSERT INTO renewal_search (renewal_search) VALUES ('rebuild')"_s}) {
        if (const Done done = connection.script(statement); !done)
            return done;
    }
    return ok();
}

Done SqliteDialect::regroup(Connection &connection) const
{
    for (const QString &statement :
         {u"UPDATE renewal SET group_due_at = due_at WHERE patient_key = '' AND state NOT IN ('routed', "
          u"'closed') "
          "AND (group_due_at IS NULL OR group_due_at <> due_at)"_s,
          u"UPDATE renewal SET group_due_at = g.due FROM (SELECT parent_station, ehr, patient_key, "
          "min(due_at) AS due FROM renewal WHERE state NOT IN ('routed', 'closed') "
          "GROUP BY parent_station, ehr, patient_key) g WHERE renewal.parent_station = g.parent_station "
          "AND renewal.ehr = g.ehr AND renewal.patient_key = g.patient_key AND renewal.patient_key <> '' "
          "AND renewal.state NOT IN ('routed', 'closed') "
          "AND (renewal.group_due_at IS NULL OR renewal.group_due_at <> g.due)"_s}) {
        if (const Done done = connection.script(statement); !done)
            return done;
    }
    return ok();
}

QString SqliteDialect::renewalIndexes() const
{
    return u"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'renewal' "
           "AND sql LIKE 'CREATE INDEX%'"_s;
}

QString SqliteDialect::beginBulk() const
{
    // Mapped pages of the whole file would count as memory of this process.
    return u"PRAGMA mmap_size = 0"_s;
}

QString SqliteDialect::endBulk() const
{
    return mapBeginning();
}

QString SqliteDialect::analyze() const
{
    return u"PRAGMA optimize"_s;
}

Result<std::unique_ptr<BulkSink>> SqliteDialect::bulk(Connection &connection, const QString &table,
                                                      const QStringList &columns) const
{
    return SqliteBulkSink::open(connection, table, columns);
}

} // namespace renewal::store
