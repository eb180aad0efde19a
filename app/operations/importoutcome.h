// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/importtypes.h"
#include "models/base/result.h"

#include <QDateTime>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Keeps the report of an import that changed nothing (refused, or all of it was there before), with its
/// entry in the record; the importer itself keeps those of all others. The result is the id of the report.
Result<ImportId> keepWithoutEffect(store::Connection &connection, const ImportRequest &request,
                                   const ImportResult &result, const QDateTime &now);

} // namespace renewal::operations
