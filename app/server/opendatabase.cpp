// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/opendatabase.h"

#include "app/store/database.h"
#include "app/store/migrator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace renewal::server {

namespace {
Done makeFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (QFileInfo::exists(folder))
        return ok();
    if (!QDir().mkpath(folder)) {
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("OpenDatabase",
                                                   "The folder %1 can't be made: choose another place "
                                                   "with --database.")
                           .arg(folder));
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return ok();
}
} // namespace

Result<std::unique_ptr<store::Database>> openExisting(const QString &url)
{
    const auto parsed = store::DatabaseUrl::parse(url);
    if (!parsed)
        return failure(parsed.error());
    const bool isFile = parsed->engine == store::DatabaseUrl::Engine::Sqlite;
    if (isFile && !QFileInfo::exists(parsed->path)) {
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate(
                           "OpenDatabase", "There is no database %1: check the path given with --database.")
                           .arg(parsed->path));
    }
    auto database = std::make_unique<store::Database>(*parsed);
    auto connection = database->connection();
    if (!connection)
        return failure(connection.error());
    store::Migrator migrator(**connection);
    const auto version = migrator.current();
    if (!version)
        return failure(version.error());
    if (*version != migrator.target()) {
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate("OpenDatabase",
                                        "The database has schema %1, this program works with %2. Any command "
                                        "that writes, such as match, brings an older one up to date.")
                .arg(*version)
                .arg(migrator.target()));
    }
    return database;
}

Result<std::unique_ptr<store::Database>> openDatabase(const QString &url)
{
    const auto parsed = store::DatabaseUrl::parse(url);
    if (!parsed)
        return failure(parsed.error());
    if (parsed->engine == store::DatabaseUrl::Engine::Sqlite) {
        if (const Done made = makeFolder(parsed->path); !made)
            return failure(made.error());
    }
    auto database = std::make_unique<store::Database>(*parsed);
    if (const Done migrated = database->migrate(); !migrated)
        return failure(migrated.error());
    return database;
}

} // namespace renewal::server
