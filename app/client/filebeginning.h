// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace renewal::client {

/// The first `size` bytes of a file, unpacked when it is a gzip. The error is a sentence for the user without
/// the file's name.
Result<QByteArray> fileBeginning(const QString &path, qint64 size);

} // namespace renewal::client
