// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace renewal::store {

/// The words of a search as both indexes cut them: lower case, Latin accents dropped, every sign a separator;
/// at most eight words. Each stands for a prefix.
QStringList searchWords(const QString &text);

} // namespace renewal::store
