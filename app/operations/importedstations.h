// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"

#include <QStringList>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// The parent stations of which an import, while it is still staged, holds something that matching goes by:
/// care teams, prescribers, prescriptions, patients of care teams. In order, each once.
Result<QStringList> importedStations(store::Connection &connection, ImportId import);

} // namespace renewal::operations
