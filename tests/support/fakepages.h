// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/page.h"

#include <QStringList>

#include <algorithm>

namespace renewal::test {

/// A page of rows in memory; the cursor is a row number. `extra` counts rows that are not held.
template <class Row>
Page<Row> pageOf(const QVector<Row> &rows, const QString &cursor, int limit, qint64 extra = 0)
{
    const qsizetype from = cursor.toLongLong();
    Page<Row> page;
    page.items = rows.mid(from, limit);
    page.total = rows.size() + extra;
    if (from + limit < rows.size())
        page.next = QString::number(from + limit);
    return page;
}

inline bool contains(const QStringList &texts, const QString &search)
{
    return std::ranges::any_of(
        texts, [&](const QString &text) { return text.contains(search, Qt::CaseInsensitive); });
}

} // namespace renewal::test
