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

} // namespace renewal::server
