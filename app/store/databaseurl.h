// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QStringView>

namespace renewal::store {

/// Which database, and where: "sqlite:/var/lib/renewal/renewal.db" or
/// "postgresql://user@host:5432/renewal". A password is better kept in
/// ~/.pgpass or PGPASSWORD than in the address.
struct DatabaseUrl
{
    enum class Engine
    {
        Sqlite,
        PostgreSql,
    };

    Engine engine = Engine::Sqlite;
    QString path; ///< SQLite: the file
    QString host;
    int port = 5432;
    QString user;
    QString password; ///< only when the address carries one; never shown again
    QString name;     ///< PostgreSQL: the database

    static Result<DatabaseUrl> parse(QStringView text);
    /// The address as written above, without a password.
    QString text() const;

    bool operator==(const DatabaseUrl &) const = default;
};

} // namespace renewal::store
