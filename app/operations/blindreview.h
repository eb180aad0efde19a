// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/correlation/reviewdraw.h"
#include "models/domain/correlation.h"
#include "models/domain/review.h"
#include "models/gateway/correlationsgateway.h"

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Blind review: draws a sample of links, shows a case without what matching thinks of it, takes a verdict. A
/// link that a person found wrong ends as stale and comes to the work list; matching does not make it again.
/// Each write is one transaction with its audit entry. Lives on the connection's thread; cheap to make.
class BlindReview
{
public:
    static constexpr int smallest = 10;
    static constexpr int largest = 500;

    BlindReview(store::Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {
    }

    /// Conflict when there is nothing to draw from; InvalidInput for a size out of bounds.
    Result<ReviewSample> draw(int size, const QString &actor);
    /// NotFound when there is no such case.
    Result<BlindCase> show(ReviewCaseId id);
    /// Conflict when somebody judged already; InvalidInput for a team of another station.
    Result<ReviewOutcome> judge(const ReviewAnswer &answer, const QString &actor);

private:
    Done addCases(const ReviewSample &sample, const QVector<correlation::ReviewStratum> &strata);
    Done addOthers(const ReviewCase &drawn, BlindCase &blind);
    Done addPatients(const ReviewCase &drawn, BlindCase &blind);
    Result<QString> foundText(const ReviewCase &judged);
    Done endWrongLink(const ReviewCase &judged, ReviewOutcome &outcome);
    Result<DecisionEffect> storeEnd(const Correlation &before, const ReviewCase &judged, const QString &why);
    Done record(const ReviewCase &judged);

    store::Connection &m_connection;
    const Clock &m_clock;
};

} // namespace renewal::operations
