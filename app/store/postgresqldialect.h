// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/dialect.h"

namespace renewal::store {

/// PostgreSQL 15 through Qt's QPSQL driver, with tsvector search and COPY.
class PostgreSqlDialect final : public Dialect
{
public:
    using Dialect::error;

    QString name() const override;
    QString driver() const override;
    Done configure(QSqlDatabase &handle, const DatabaseUrl &url) const override;
    QStringList openingStatements() const override;
    QString patience(std::chrono::milliseconds wait) const override;
    QString beginWrite() const override;
    QString beginRead() const override;
    QString clockQuery() const override;
    QString lockRows() const override;
    QString decisionLock() const override;
    Error error(const QString &nativeCode, const QString &statement) const override;
    bool isLost(const QSqlDatabase &handle) const override;
    QString searchSource() const override;
    QString searchCondition() const override;
    QString searchValue(const QStringList &words, const QString &parentStation) const override;
    Done pauseSearch(Connection &connection) const override;
    Done resumeSearch(Connection &connection) const override;
    QString renewalIndexes() const override;
    bool readsWhileIndexesGo() const override { return false; }
    QString analyze() const override;
    Result<std::unique_ptr<BulkSink>> bulk(Connection &connection, const QString &table,
                                           const QStringList &columns) const override;
};

} // namespace renewal::store
