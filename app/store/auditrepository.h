// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/audit.h"
#include "models/gateway/auditquery.h"
#include "models/gateway/page.h"

#include <functional>

namespace renewal::store {

class Connection;

/// How much of an entry its reader may see.
enum class AuditView
{
    Whole,
    WithoutTexts, ///< no note and no states: who watches a rollout has no business with what staff wrote
};

/// The append-only, chained record of what was done.
class AuditRepository
{
public:
    explicit AuditRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Appends inside the caller's transaction, so that the entry and the change it describes stand or fall
    /// together; sequence and hashes are filled in. Writers of a PostgreSQL database wait here for each other
    /// until commit: append last.
    Result<AuditEvent> append(AuditEvent event);
    /// Newest first. What the reader may not see is not searched either.
    Result<Page<AuditEvent>> page(const AuditQuery &query, AuditView view = AuditView::Whole);
    /// The entries about one subject, newest first.
    Result<QVector<AuditEvent>> about(const QString &subject, int limit = 100);
    /// Reads the whole chain and recomputes it. The result is the number of entries; an edited, removed,
    /// reordered or cut entry is ErrorCode::Integrity and its sentence names the first one. `progress` gets
    /// (done, all) now and then and stops the check by returning false (ErrorCode::Cancelled).
    Result<qint64> verifyChain(const std::function<bool(qint64, qint64)> &progress = {});

private:
    Connection &m_connection;
};

} // namespace renewal::store
