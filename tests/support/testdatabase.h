// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "models/base/result.h"

#include <QTemporaryDir>

#include <memory>

namespace renewal::testing {

/// A fresh, migrated database for one test: a file in a temporary folder, or a new database of the program's
/// PostgresCluster. Removed with the object.
class TestDatabase
{
public:
    enum class Schema
    {
        Current,
        None, ///< an empty database, for tests of migrations
    };

    static Result<std::unique_ptr<TestDatabase>> create(store::DatabaseUrl::Engine engine,
                                                        Schema schema = Schema::Current);

    const QString &url() const { return m_url; }
    store::Database &database() { return *m_database; }
    /// This thread's connection; a failure to open ends the program with the reason.
    store::Connection &connection();

private:
    TestDatabase() = default;

    QTemporaryDir m_dir;
    QString m_url;
    std::unique_ptr<store::Database> m_database;
};

} // namespace renewal::testing
