// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/spreadsheettext.h"

#include <algorithm>

namespace renewal::exchange {

namespace {
/// A formula, behind any number of apostrophes: those that stand there already count too, so that the way
/// back is exact.
bool looksLikeFormula(const QString &text)
{
    const auto first = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c != u'\''; });
    return first != text.cend() && QStringLiteral("=+-@").contains(*first);
}
} // namespace

QString toSpreadsheet(const QString &text)
{
    const QString line = text.simplified();
    return looksLikeFormula(line) ? u'\'' + line : line;
}

QString fromSpreadsheet(const QString &cell)
{
    return cell.startsWith(u'\'') && looksLikeFormula(cell) ? cell.sliced(1) : cell;
}

} // namespace renewal::exchange
