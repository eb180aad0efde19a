// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/workplace.h"

#include "app/store/connection.h"
#include "app/store/database.h"

namespace renewal::service {

Result<store::Connection *> Workplace::connection() const
{
    auto connection = database.connection();
    if (connection && (*connection)->isLost()) {
        database.closeThisThread();
        connection = database.connection();
    }
    return connection;
}

} // namespace renewal::service
