// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QVariantList>

namespace renewal::store {

/// The place in a list after which the next page starts: a sort key, an id and what a list may need between
/// them, as an opaque text. It travels in addresses and names no patient. `list` names the list and its
/// filters, so that a cursor of another list is refused.
struct Keyset
{
    qint64 key = 0;
    qint64 id = 0;
    qint64 middle = 0;
    QString text = {}; ///< a sort key that is a text

    QString cursor(QStringView list) const;
    /// Anything that cursor() did not make for this list is ErrorCode::InvalidInput.
    static Result<Keyset> parse(const QString &cursor, QStringView list);

    bool operator==(const Keyset &) const = default;
};

/// The number of rows of a page: 1 to 1000, else ErrorCode::InvalidInput.
Result<int> pageLimit(int asked);

} // namespace renewal::store
