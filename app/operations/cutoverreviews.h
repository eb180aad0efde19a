// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/cutoverrepository.h"
#include "models/base/clock.h"

namespace renewal::operations {

/// What a person looks at to decide which pool takes an old care team's place, and the crosswalk it may rest
/// on. Lives on the connection's thread; cheap to make.
class CutOverReviews
{
public:
    CutOverReviews(store::Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {
    }

    /// Old care teams by their prescribers, most first, each with what is proposed for it.
    Result<CutOverReview> review(CutOverId id);
    /// Replaces the crosswalk. With a row that fits no care team of the station nothing is taken, and the
    /// report says what is wrong with each.
    Result<CrosswalkReport> giveCrosswalk(CutOverId id, const QVector<CrosswalkRow> &rows,
                                          const QString &actor);

private:
    Result<QVector<CutOverTeam>> teams(const CutOver &cutOver);
    Done propose(const CutOver &cutOver, CutOverReview &review);

    store::Connection &m_connection;
    const Clock &m_clock;
};

} // namespace renewal::operations
