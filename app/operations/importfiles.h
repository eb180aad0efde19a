// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/importtypes.h"
#include "models/base/result.h"

#include <QStringList>

namespace renewal::operations {

/// Turns files and directories as a user names them into requests: a directory is one import, and so are all
/// single files that lie in one directory. Where no `extract` is given it is the directory's name. Fails with
/// NotFound for a path that does not exist, before anything is imported.
Result<QVector<ImportRequest>> importRequests(const QStringList &paths, const QString &extract = {});

/// Why a file of a region's directory is not imported ("truth.csv", "meta.json"); empty for all others.
QString passedOverReason(const QString &fileName);

} // namespace renewal::operations
