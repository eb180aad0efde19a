// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/figuresoutcome.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Importer", text);
}

/// "A, B and 3 more".
QString listed(const QStringList &titles)
{
    constexpr qsizetype most = 3;
    const QString some = titles.first(std::min(most, titles.size())).join(u", "_s);
    return titles.size() > most ? tr("%1 and %2 more").arg(some).arg(titles.size() - most) : some;
}
} // namespace

QString FiguresOutcome::keptText() const
{
    const QString what = kept.isEmpty() ? QString() : u" ("_s + listed(kept) + u')';
    return tr("The rollout has other figures already, of another source or region%1; they were kept and "
              "nothing "
              "of this file went in. To put these in their place, say that figures may be replaced.")
        .arg(what);
}

QString FiguresOutcome::replacedText() const
{
    return tr("The rollout's figures of %1 were replaced by those of this import.").arg(listed(replaced));
}

} // namespace renewal::operations
