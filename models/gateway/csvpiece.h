// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace renewal {

/// A piece of a list as CSV; the first begins with the header line.
struct CsvPiece
{
    QByteArray text; ///< UTF-8, whole lines
    QString next;    ///< ask for the piece behind with this; empty on the last one

    bool operator==(const CsvPiece &) const = default;
};

} // namespace renewal
