// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The import and export commands as a program of their own, so that a test can kill it in the middle.
#include "app/server/exportcommand.h"
#include "app/server/importcommand.h"

#include <QCoreApplication>
#include <QTextStream>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == QStringLiteral("export"))
        return renewal::server::ExportCommand().run(arguments.mid(1), out, err);
    return renewal::server::ImportCommand().run(arguments.mid(1), out, err);
}
