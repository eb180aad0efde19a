// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>
#include <QTextStream>

namespace renewal::server {

/// `renewal-service renewable FILE [--rules VERSION] [--today INSTANT] [--json]`: says for each prescription
/// of a file whether it may be renewed, by which rule and at which gate it was decided. Takes every supported
/// prescription file and the table of renewability cases; needs no database.
class RenewableCommand
{
    Q_DECLARE_TR_FUNCTIONS(RenewableCommand)

public:
    /// Reads the words after the command's name; returns the exit code (ExitCode in commandline.h). Records
    /// that cannot be read are named on `err` and do not change the exit code.
    int run(const QStringList &arguments, QTextStream &out, QTextStream &err);
};

} // namespace renewal::server
