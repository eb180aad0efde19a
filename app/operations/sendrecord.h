// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/outbox.h"

#include <QDateTime>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Writes what became of an outbox row, with all that belongs to it, in the caller's transaction: the row,
/// the sentence on its renewal, the change log and, unless it is only tried again, the audit entry. False
/// when somebody else changed the row since it was read; then nothing is written. Lock the renewal before the
/// row is read (lockRenewal()), as triage does.
Result<bool> recordSending(store::Connection &connection, const OutboxEntry &entry, const QDateTime &now,
                           const QString &actor, const QString &note = {});

/// Nobody else changes the renewal before the transaction ends.
Done lockRenewal(store::Connection &connection, RenewalId id);

} // namespace renewal::operations
