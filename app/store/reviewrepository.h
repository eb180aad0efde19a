// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/correlation/reviewdraw.h"
#include "models/domain/qualityreport.h"
#include "models/domain/review.h"
#include "models/gateway/page.h"

namespace renewal::store {

class Connection;

/// The samples of blind review, their cases and the verdicts.
class ReviewRepository
{
public:
    explicit ReviewRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Links of matching and likely suggestions that one person's verdict can be had about: no shared names,
    /// nothing that is being reviewed already. Ascending by id.
    Result<QVector<correlation::ReviewFrameRow>> frame();
    /// The result carries the id.
    Result<ReviewSample> addSample(const ReviewSample &sample,
                                   const QVector<correlation::ReviewStratum> &strata);
    Done addCase(const ReviewCase &drawn);
    /// ErrorCode::NotFound when there is none.
    Result<ReviewCase> find(ReviewCaseId id);
    Result<QVector<OpenReview>> open(const Scope &scope, int limit = 500);
    Result<qint64> openCount();
    /// ErrorCode::Conflict when somebody judged already.
    Done storeVerdict(const ReviewCase &judged);

    /// Newest first.
    Result<QVector<ReviewSample>> samples();
    /// Cases of all samples, by sample and id.
    Result<QVector<ReviewCase>> cases();
    /// By sample and stratum.
    Result<QMap<std::pair<qint64, int>, qint64>> populations();

private:
    Connection &m_connection;
};

} // namespace renewal::store
