// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace renewal::testing {

/// A private PostgreSQL 15 server on a random port of 127.0.0.1, with its files in a temporary folder of its
/// own. Started by the first call of shared(), stopped and removed when the test program ends, and also when
/// it is killed. As root it runs as the unprivileged account `postgres`, else `nobody`. Main thread only.
class PostgresCluster
{
public:
    /// One server for a test program; a missing one is an error whose text says which package to install.
    static Result<PostgresCluster *> shared();
    ~PostgresCluster();

    /// Makes an empty database; the result is its address for DatabaseUrl::parse().
    Result<QString> newDatabase();
    /// Makes a copy of the database at that address, which nobody may be using.
    Result<QString> newDatabaseLike(const QString &databaseUrl);
    /// A migrated database to copy, made at the first call.
    Result<QString> migratedTemplate();
    /// Ends all connections to a database from the server's side: a lost link.
    Done dropConnections(const QString &databaseUrl);

private:
    PostgresCluster() = default;
    Done start();
    Done initialise();
    Done launch();
    /// Runs a program of the server as the account that owns it, and waits.
    Done runTool(const QString &program, const QStringList &arguments);
    QStringList asAccount(const QString &program, const QStringList &arguments) const;
    Done administer(const QString &sql);

    QTemporaryDir m_dir;
    QString m_account; ///< empty: run as ourselves
    QProcess m_server;
    quint16 m_port = 0;
    int m_databases = 0;
    QString m_template; ///< empty until it is made
};

} // namespace renewal::testing
