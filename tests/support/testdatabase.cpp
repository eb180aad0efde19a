// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include "tests/support/postgrescluster.h"

namespace renewal::testing {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<TestDatabase>> TestDatabase::create(store::DatabaseUrl::Engine engine, Schema schema)
{
    std::unique_ptr<TestDatabase> made(new TestDatabase);
    if (engine == store::DatabaseUrl::Engine::Sqlite) {
        made->m_url = u"sqlite:"_s + made->m_dir.filePath(u"store.db"_s);
    } else {
        auto cluster = PostgresCluster::shared();
        if (!cluster)
            return failure(cluster.error());
        auto url = schema == Schema::None ? (*cluster)->newDatabase() : (*cluster)->migratedTemplate();
        if (url && schema == Schema::Current)
            url = (*cluster)->newDatabaseLike(*url);
        if (!url)
            return failure(url.error());
        made->m_url = *url;
    }
    auto parsed = store::DatabaseUrl::parse(made->m_url);
    if (!parsed)
        return failure(parsed.error());
    made->m_database = std::make_unique<store::Database>(*parsed);
    if (schema == Schema::Current) {
        if (const Done migrated = made->m_database->migrate(); !migrated)
            return failure(migrated.error());
    }
    return made;
}

store::Connection &TestDatabase::connection()
{
    auto opened = m_database->connection();
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text));
    return **opened;
}

} // namespace renewal::testing
