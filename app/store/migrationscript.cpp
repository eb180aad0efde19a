// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrationscript.h"

#include <QRegularExpression>

namespace renewal::store {

using namespace Qt::StringLiterals;

QStringList migrationStatements(const QString &script, const QString &dialect)
{
    static const QRegularExpression mark(u"\\s*-- \\[(\\w+)\\]\\s*$"_s);
    QStringList kept;
    const QStringList lines = script.split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(u"--"))
            continue;
        const auto found = mark.match(line);
        if (!found.hasMatch())
            kept.append(line);
        else if (found.captured(1) == dialect)
            kept.append(line.left(found.capturedStart()));
    }
    QStringList statements;
    static const QRegularExpression end(u";\\s*\\n\\s*\\n"_s);
    const QStringList parts = (kept.join(u'\n') + u"\n\n"_s).split(end);
    for (const QString &part : parts) {
        if (const QString statement = part.trimmed(); !statement.isEmpty())
            statements.append(statement);
    }
    return statements;
}

} // namespace renewal::store
