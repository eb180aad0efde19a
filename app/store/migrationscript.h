// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace renewal::store {

/// The statements of a migration file for one database ("sqlite", "postgresql"): without comment lines and
/// without the lines that are marked for the other one; see resources/sql/README.md.
QStringList migrationStatements(const QString &script, const QString &dialect);

} // namespace renewal::store
