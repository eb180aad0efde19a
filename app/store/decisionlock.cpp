// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/decisionlock.h"

#include "app/store/connection.h"
#include "app/store/dialect.h"

namespace renewal::store {

Done lockDecisions(Connection &connection)
{
    const QString statement = connection.dialect().decisionLock();
    if (statement.isEmpty())
        return ok();
    const auto locked = connection.run(statement);
    return locked ? ok() : Done(failure(locked.error()));
}

} // namespace renewal::store
