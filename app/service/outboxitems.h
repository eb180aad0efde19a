// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/renewal.h"
#include "models/gateway/outboxitem.h"

#include <optional>

namespace renewal::store {
class Connection;
}

namespace renewal::service {

/// A row of the outbox as it leaves the service: its patient masked, its state in words.
Result<OutboxItem> outboxItem(store::Connection &connection, const OutboxEntry &entry, bool isConnected);
/// How far the sending of a renewal is; nullopt when it was never routed, or was taken back.
Result<std::optional<OutboxItem>> sendingOf(store::Connection &connection, const Renewal &renewal,
                                            bool isConnected);

} // namespace renewal::service
