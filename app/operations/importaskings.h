// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/importdecision.h"
#include "models/base/ids.h"
#include "models/base/result.h"

#include <QHash>
#include <QVector>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// One time at which a request was asked for.
struct Asking
{
    bool isMessage = false; ///< else the prescription's record
    QDateTime at;           ///< invalid: not told
};

/// A message and a record that are no further apart than this are one asking: both come of one press. The
/// same bound stands in resources/sql/apply/92_asking.sql.
inline constexpr qint64 onePressSeconds = 3600;

/// How often that was asked, first and last time.
void countAskings(const QVector<Asking> &askings, RequestFacts &facts);

/// What was asked and answered of the requests of a page of staging_request, by their seq. Of what belongs to
/// ended requests nothing is told.
Result<QHash<qint64, RequestFacts>> askingsOfPage(store::Connection &connection, ImportId import, qint64 from,
                                                  qint64 to);
/// Copies what askingsOfPage() told.
void takeAskings(const RequestFacts &told, RequestFacts &facts);

} // namespace renewal::operations
