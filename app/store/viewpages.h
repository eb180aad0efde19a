// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/renewalviews.h"
#include "models/base/result.h"

#include <QVector>

namespace renewal::store {
class Connection;
}

/// One page of the queue's rows, each way at the cost of what it shows. All return one row more than `limit`
/// where there is a next page. Of what waits, groupDueAt becomes what the view is ordered by: the earliest
/// reply due among the renewals of the patient that the view shows.
namespace renewal::store::viewpages {

/// Where a page begins: the values of Order::after and, first among them, of its leading column.
struct Start
{
    QVariantList values; ///< empty: at the beginning
    qint64 place = 0;
};

/// What an index has in the wanted order: all that waits, what is overdue, what has ended.
Result<QVector<Renewal>> inOrder(Connection &connection, const renewalviews::Rule &rule,
                                 const renewalviews::Filter &filter, const Start &start, int limit);

/// A view that shows a part of what waits for a patient (Rule::isPart).
Result<QVector<Renewal>> inParts(Connection &connection, const renewalviews::Rule &rule, const Scope &scope,
                                 const renewalviews::Asking &asking, const Start &start, int limit);

/// What lies scattered: `source` with `filter` is read once as a whole, also for the total.
struct Hits
{
    QString source;
    renewalviews::Filter filter;
    bool areFew = true; ///< else patients come by all that waits for them: to look at each hit takes too long
};
Result<Page<Renewal>> ofHits(Connection &connection, const renewalviews::Rule &rule, const Hits &hits,
                             const Start &start, int limit);

/// How many renewals of each one's patient wait, listed here or not.
Done countPatients(Connection &connection, QVector<Renewal> &renewals);

} // namespace renewal::store::viewpages
