// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/embeddedservice.h"
#include "models/base/clock.h"

#include <QString>

namespace renewal::console {

/// Makes the folder of the user's own database, for nobody else to read. InvalidInput with what to do when
/// it cannot be made.
Done makeDataFolder(const QString &folder);

/// Fills a new database in `folder` with the demo region: generated, imported, matched, as a user would.
/// "Today" of the region is that of `clock`. Returns the database's address. Takes some seconds; Cancelled
/// when `tell` says so.
Result<QString> makeDemoDatabase(const QString &folder, const Clock &clock,
                                 const EmbeddedService::Tell &tell);

/// Makes up the demo region and imports it into an existing database, as a user would. In another thread than
/// the window's; takes some seconds. Cancelled when `tell` says so.
Done addDemoData(const QString &databaseUrl, const Clock &clock, const EmbeddedService::Tell &tell);

} // namespace renewal::console
