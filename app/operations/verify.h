// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <functional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Recomputes the whole audit chain: the number of entries, or ErrorCode::Integrity with a sentence that
/// names the first entry that was edited, removed, reordered or cut. `progress` gets (done, all) now and then
/// and stops the check by returning false.
Result<qint64> verifyAudit(store::Connection &connection,
                           const std::function<bool(qint64, qint64)> &progress = {});

} // namespace renewal::operations
