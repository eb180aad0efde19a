// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/importrun.h"

#include <QStringList>
#include <QVector>

namespace renewal::client {

/// Looks at files and folders by their beginnings, for ImportsGateway::inspect(). Reads, so not for the
/// thread of the user interface.
Result<QVector<ImportPreview>> previewFiles(const QStringList &paths);

/// A word for the extract of files that were chosen together: the folder's name and a mark of what was
/// chosen, so that another delivery with the same ids is another extract, and the same one again the same.
QString extractOf(const QVector<ImportPreview> &files);

} // namespace renewal::client
