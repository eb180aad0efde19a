// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outbox.h"
#include "models/domain/triage.h"

#include <optional>

namespace renewal::operations {

/// Why a routed renewal stays as it is because of where its sending stands: it is being sent, may have been
/// sent, or was. nullopt when nothing was sent for certain.
std::optional<TriageRefusal> refusedAsSent(const OutboxEntry &entry);

} // namespace renewal::operations
