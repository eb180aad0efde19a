// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/databaseurl.h"
#include "models/base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace renewal::store {

class BulkSink;
class Connection;

/// What differs between the databases, and nothing else. Immutable: one object serves all threads.
class Dialect
{
public:
    virtual ~Dialect() = default;
    static std::shared_ptr<const Dialect> of(DatabaseUrl::Engine engine);

    /// "sqlite", "postgresql": in GET /status and in the names of migration files.
    virtual QString name() const = 0;
    /// "QSQLITE", "QPSQL".
    virtual QString driver() const = 0;
    /// Sets file or host and options on an unopened handle.
    virtual Done configure(QSqlDatabase &handle, const DatabaseUrl &url) const = 0;
    /// Statements to run on each new connection.
    virtual QStringList openingStatements() const = 0;
    /// How long a statement waits for another writer before it fails with Unavailable.
    virtual QString patience(std::chrono::milliseconds wait) const = 0;
    virtual QString beginWrite() const = 0;
    virtual QString beginRead() const = 0;
    /// A statement that waits until no other writer decides about care teams, to the end of the transaction;
    /// empty where a write transaction is alone anyway.
    virtual QString decisionLock() const { return {}; }
    /// Asks for the database's own clock, in milliseconds; empty where that is this computer's.
    virtual QString clockQuery() const { return {}; }
    /// Ends a SELECT whose rows nobody else may change before the transaction ends; may be empty.
    virtual QString lockRows() const { return {}; }
    /// The error as a user understands it; `statement` has placeholders, no values.
    Error error(const QSqlError &error, const QString &statement) const;
    /// The same from a native code: SQLite's extended result code, PostgreSQL's SQLSTATE.
    virtual Error error(const QString &nativeCode, const QString &statement) const = 0;

    virtual bool isLost(const QSqlDatabase &handle) const = 0;

    /// What a search reads `renewal` from.
    virtual QString searchSource() const = 0;
    /// A condition on searchSource() with one `?` for searchValue().
    virtual QString searchCondition() const = 0;
    /// The value for words cut by searchWords(); `parentStation` may be empty.
    virtual QString searchValue(const QStringList &words, const QString &parentStation) const = 0;
    /// Stops what triggers keep of `renewal` (search, and counters where that is a row's work), and brings it
    /// up to date at once; for RenewalLoad, inside one transaction.
    virtual Done pauseSearch(Connection &connection) const = 0;
    virtual Done resumeSearch(Connection &connection) const = 0;
    /// Finds the groups of `renewal` (group_due_at) that triggers left alone after pauseSearch(); before its
    /// indexes are made again.
    virtual Done regroup(Connection &) const { return ok(); }
    /// The indexes of `renewal` that a large write may drop: name, and the statement that makes it again.
    virtual QString renewalIndexes() const = 0;
    /// False when dropping an index makes readers wait until the transaction ends.
    virtual bool readsWhileIndexesGo() const { return true; }
    /// Statements around a write that touches most of the database, so that memory stays small; may be empty.
    /// Outside of any transaction.
    virtual QString beginBulk() const { return {}; }
    virtual QString endBulk() const { return {}; }
    /// Refreshes the planner's statistics after a large import.
    virtual QString analyze() const = 0;

    /// The fastest way to append rows to a table, see BulkWriter.
    virtual Result<std::unique_ptr<BulkSink>> bulk(Connection &connection, const QString &table,
                                                   const QStringList &columns) const = 0;

protected:
    Error fault(ErrorCode code, const char *text, const QString &nativeCode, const QString &statement) const;
};

} // namespace renewal::store
