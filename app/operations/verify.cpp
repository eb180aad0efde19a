// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/verify.h"

#include "app/store/auditrepository.h"

namespace renewal::operations {

Result<qint64> verifyAudit(store::Connection &connection, const std::function<bool(qint64, qint64)> &progress)
{
    return store::AuditRepository(connection).verifyChain(progress);
}

} // namespace renewal::operations
