// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

namespace renewal::testing {

/// The bytes of one file of a ZIP archive, found by the archive's directory; empty when it is not there or is
/// broken.
QByteArray unzipped(const QByteArray &archive, const QByteArray &name);

/// The rows of an XLSX workbook's only sheet: of each cell its kind and text, "s:station", "n:12.5", or
/// empty. "f:..." is a formula.
QVector<QStringList> sheetRows(const QByteArray &workbook);

} // namespace renewal::testing
