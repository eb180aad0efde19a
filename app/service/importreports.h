// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/importtypes.h"
#include "app/store/importrepository.h"
#include "models/gateway/importreport.h"

namespace renewal::service {

/// What came of an import, as it is told to clients.
ImportReport importReport(const operations::ImportResult &result);
/// The report of an import that is kept, without the records set aside.
Result<ImportReport> keptReport(store::Connection &connection, const store::Import &import);

} // namespace renewal::service
