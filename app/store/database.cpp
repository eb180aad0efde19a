// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include "app/store/dialect.h"
#include "app/store/migrator.h"

#include <QHash>
#include <QThreadStorage>

#include <atomic>
#include <utility>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
using OfThread = QHash<quint64, std::shared_ptr<Connection>>;

/// This thread's connections by database number. Qt deletes them when the thread ends, on that thread.
OfThread &ofThisThread()
{
    static QThreadStorage<OfThread> storage;
    return storage.localData();
}

std::atomic<quint64> lastNumber = 0;
} // namespace

Database::Database(DatabaseUrl url, std::chrono::milliseconds patience)
    : m_url(std::move(url))
    , m_patience(patience)
    , m_number(++lastNumber)
    , m_dialect(Dialect::of(m_url.engine))
{
}

Database::~Database()
{
    closeThisThread();
    // Threads of a pool may idle on for longer than this object: close the links they hold.
    const std::scoped_lock lock(m_mutex);
    for (const auto &open : m_open) {
        if (const auto connection = open.lock())
            connection->close();
    }
}

Result<Connection *> Database::connection()
{
    OfThread &mine = ofThisThread();
    if (const auto open = mine.value(m_number)) {
        if (open->isInTransaction() || !open->isLost())
            return open.get();
        mine.remove(m_number);
    }
    auto opened = open();
    if (!opened)
        return failure(opened.error());
    mine.insert(m_number, *opened);
    return opened->get();
}

void Database::closeThisThread()
{
    ofThisThread().remove(m_number);
}

Done Database::migrate()
{
    auto mine = connection();
    if (!mine)
        return failure(mine.error());
    return Migrator(**mine).migrate();
}

Result<std::shared_ptr<Connection>> Database::open()
{
    static std::atomic<quint64> lastConnection = 0;
    const QString name = u"renewal-%1-%2"_s.arg(m_number).arg(++lastConnection);
    std::shared_ptr<Connection> connection;
    {
        QSqlDatabase handle = QSqlDatabase::addDatabase(m_dialect->driver(), name);
        // From here on the connection gives the name up, whatever happens.
        connection = std::make_shared<Connection>(handle, m_dialect);
    }
    QSqlDatabase &handle = connection->handle();
    if (!handle.isValid())
        return failure(
            ErrorCode::Unavailable,
            tr("The database driver %1 is not installed. Install the package that has it and start again.")
                .arg(m_dialect->driver()));
    // Which file it is about only this place knows.
    const auto named = [this](Error error) {
        if (m_url.engine == DatabaseUrl::Engine::Sqlite)
            error.text += u' ' + tr("The file is %1.").arg(m_url.path);
        return error;
    };
    if (const Done done = m_dialect->configure(handle, m_url); !done)
        return failure(named(done.error()));
    if (!handle.open())
        return failure(named(m_dialect->error(handle.lastError(), u"open"_s)));
    const QStringList statements =
        m_dialect->openingStatements() + QStringList(m_dialect->patience(m_patience));
    for (const QString &statement : statements) {
        if (const Done done = connection->script(statement); !done)
            return failure(named(done.error()));
    }
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_open, [](const auto &open) { return open.expired(); });
    m_open.push_back(connection);
    return connection;
}

} // namespace renewal::store
