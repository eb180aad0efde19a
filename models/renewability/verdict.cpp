// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/verdict.h"

namespace renewal::renewability {

QString verdictWord(std::optional<bool> renewable)
{
    if (!renewable)
        return QStringLiteral("unknown");
    return *renewable ? QStringLiteral("renewable") : QStringLiteral("not renewable");
}

QDebug operator<<(QDebug debug, const Verdict &verdict)
{
    QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "Verdict(" << toString(verdict.ruleVersion) << ": "
                              << verdictWord(verdict.renewable) << ", " << verdict.gate << ')';
    return debug;
}

} // namespace renewal::renewability
