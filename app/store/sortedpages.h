// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/keyset.h"
#include "app/store/renewalviews.h"
#include "models/base/result.h"

#include <optional>

namespace renewal::store {
class Connection;
}

/// The queue in the order of one of its columns. A page begins after the sort key and the id of the last row
/// of the one before: whatever came, went or moved in between, nothing else is left out or comes twice.
namespace renewal::store::sortedpages {

struct Request
{
    const renewalviews::Rule &rule;
    Scope scope;
    renewalviews::Asking asking;
    QStringList words; ///< cut by searchWords()
    RenewalSort sort;
    std::optional<Keyset> after;
    int limit = 200;
};

struct SortedPage
{
    Page<Renewal> page;
    std::optional<Keyset> last; ///< where the next page begins; none on the last one
};

Result<SortedPage> page(Connection &connection, const Request &request);

} // namespace renewal::store::sortedpages
