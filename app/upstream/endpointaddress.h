// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QUrl>

namespace renewal::upstream {

/// InvalidInput unless it is an address whose calls travel encrypted, or do not leave this computer; `name`
/// is what the sentence calls the other side.
Done checkAddress(const QUrl &address, const QString &name);

/// "https://host/base" and "a/b" is https://host/base/a/b.
QUrl below(const QUrl &base, const QString &path);

} // namespace renewal::upstream
