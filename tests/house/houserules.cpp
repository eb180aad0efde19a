// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/houserules.h"

#include <QRegularExpression>

namespace renewal::house {

namespace {
using namespace Qt::StringLiterals;

constexpr int maxLines = 400;

/// A folder, and the include prefixes that may not appear below it.
struct Direction
{
    const char *folder;
    const char *forbidden; ///< a regular expression on the include's path
    const char *because;
};

// Every row whose folder contains the file is held.
constexpr Direction directions[] = {
    {"models/", "^(app|ui)/", "models think: they know neither app nor ui"},
    {"models/",
     "^Q(Sql|Network|Http|Tcp|Widget|Main|Pixmap|Painter|Image|Gui|Application|File\\b|Dir\\b|SaveFile)",
     "models link Qt Core only and do no input or output"},
    {"ui/", "^app/", "ui shows: it never talks"},
    {"ui/", "^Q(Sql|Network|Http|Tcp)", "ui does no input or output"},
    {"app/", "^ui/", "only app/console may show"},
    {"app/store/", "^app/(operations|service|client|upstream|console|server)/",
     "store is the lowest room of app"},
    {"app/upstream/", "^app/(operations|service|client|store|console|server)/",
     "upstream knows no other room"},
    {"app/client/", "^app/(operations|service|store|upstream|console|server)/",
     "the client speaks REST only"},
    {"app/operations/", "^app/(service|client|console|server)/", "operations use store and upstream"},
    {"app/service/", "^app/(client|console|server|upstream)/",
     "the service reads from store and writes by operations"},
    {"app/server/", "^app/(client|console)/", "the headless program has no client and no window"},
};

bool isAllowed(const QString &path, const Direction &rule)
{
    // The console wires everything; that is its only job.
    return path.startsWith("app/console/"_L1) && qstrcmp(rule.folder, "app/") == 0;
}

QStringList brokenDirections(const SourceFile &file)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s,
                                            QRegularExpression::MultilineOption);
    QStringList broken;
    auto matches = include.globalMatch(file.text);
    while (matches.hasNext()) {
        const QString included = matches.next().captured(1);
        for (const Direction &rule : directions) {
            if (!file.path.startsWith(QLatin1StringView(rule.folder)) || isAllowed(file.path, rule))
                continue;
            if (QRegularExpression(QLatin1StringView(rule.forbidden)).match(included).hasMatch())
                broken.append(
                    u"%1 includes %2, but %3"_s.arg(file.path, included, QLatin1StringView(rule.because)));
        }
    }
    return broken;
}
} // namespace

QStringList brokenRules(const SourceFile &file)
{
    QStringList broken = brokenDirections(file);
    const qsizetype lines = file.text.count(u'\n');
    if (lines > maxLines)
        broken.append(
            u"%1 has %2 lines, more than %3: it does two jobs"_s.arg(file.path).arg(lines).arg(maxLines));
    const QString head = file.text.left(400);
    if (!head.contains("SPDX-FileCopyrightText:"_L1) || !head.contains("SPDX-License-Identifier:"_L1))
        broken.append(u"%1 has no SPDX head"_s.arg(file.path));
    return broken;
}

} // namespace renewal::house
