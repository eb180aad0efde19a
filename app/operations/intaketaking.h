// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/intake.h"

namespace renewal::exchange {
struct IntakePage;
}

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

struct IntakeCounts
{
    qint64 taken = 0;
    qint64 setAside = 0;
};

/// Takes what is new of a page, as an import of its own: those that cannot be read are set aside with the
/// reason. Belongs into the caller's transaction.
Result<IntakeCounts> takeRecords(store::Connection &connection, IntakeSource source,
                                 const exchange::IntakePage &page, const QDateTime &now);

} // namespace renewal::operations
