// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace renewal {

/// One page of a list. `next` is an opaque keyset cursor, empty on the last page; `total` counts all rows
/// that fit the query, not only those on this page; where that would take too long, counting stopped there,
/// and there are more.
template <class T>
struct Page
{
    QVector<T> items;
    QString next;
    qint64 total = 0;
    bool hasMore = false; ///< than `total`
};

/// What the shell's selectors narrow every list to. Empty means all.
struct Scope
{
    QString parentStation; ///< "552"
    QString ehr;           ///< "VISTA", "ORACLE_HEALTH"

    bool operator==(const Scope &) const = default;
};

} // namespace renewal
