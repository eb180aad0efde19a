// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace renewal::server {

/// `renewal-service import`: takes files and region folders into the database. Ends with Success when all
/// that could be understood went in (set-aside records are told), with Failure when a file was refused or the
/// import failed.
class ImportCommand
{
public:
    int run(const QStringList &arguments, QTextStream &out, QTextStream &err);
};

} // namespace renewal::server
