// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/once.h"
#include "app/service/answer.h"
#include "app/service/route.h"

#include <optional>

namespace renewal::service {

/// The refusal of a write whose Idempotency-Key is missing or too long.
std::optional<Answer> refuseKey(const Call &call);
/// Who asked for what, under which key: the same key with another request is a mistake of its sender.
operations::RepeatableRequest repeatableOf(const Call &call);

} // namespace renewal::service
