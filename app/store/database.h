// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"
#include "app/store/databaseurl.h"
#include "models/base/result.h"

#include <QCoreApplication>

#include <chrono>
#include <memory>
#include <mutex>
#include <vector>

namespace renewal::store {

/// A database, and one connection to it for each thread that asks. May be used from any thread and must
/// outlive their use of it. A connection opens at its thread's first call and closes with the thread, with
/// closeThisThread() or with this object.
class Database
{
    Q_DECLARE_TR_FUNCTIONS(renewal::store::Database)

public:
    /// How long a statement waits for another writer, unless told otherwise.
    static constexpr std::chrono::milliseconds usualPatience{8000};

    explicit Database(DatabaseUrl url, std::chrono::milliseconds patience = usualPatience);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const DatabaseUrl &url() const { return m_url; }
    /// This thread's connection, owned by the database.
    Result<Connection *> connection();
    void closeThisThread();
    /// Brings the schema up to date, see Migrator; call once before anything else.
    Done migrate();

private:
    Result<std::shared_ptr<Connection>> open();

    const DatabaseUrl m_url;
    const std::chrono::milliseconds m_patience;
    const quint64 m_number; ///< tells databases of this process apart
    const std::shared_ptr<const Dialect> m_dialect;
    std::mutex m_mutex;
    std::vector<std::weak_ptr<Connection>> m_open; ///< guarded by m_mutex
};

} // namespace renewal::store
