// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace renewal::testing {

/// Bytes of memory this process holds now.
inline qint64 residentMemory()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    constexpr qint64 pageSize = 4096;
    return statm.readAll().split(' ').value(1).toLongLong() * pageSize;
}

} // namespace renewal::testing
