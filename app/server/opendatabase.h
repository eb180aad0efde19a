// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <memory>

namespace renewal::store {
class Database;
}

namespace renewal::server {

/// Parses the address, makes the folder of a SQLite file (readable by its owner only) and brings the schema
/// up to date.
Result<std::unique_ptr<store::Database>> openDatabase(const QString &url);
/// For commands that only read: a database that is not there, or whose schema is another, is an error and
/// stays as it is.
Result<std::unique_ptr<store::Database>> openExisting(const QString &url);

} // namespace renewal::server
