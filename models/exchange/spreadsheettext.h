// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renewal::exchange {

/// A text as a cell that a spreadsheet takes for text: on one line, and with an apostrophe before what it
/// would take for a formula.
QString toSpreadsheet(const QString &text);
/// The text that toSpreadsheet() made the cell of.
QString fromSpreadsheet(const QString &cell);

} // namespace renewal::exchange
