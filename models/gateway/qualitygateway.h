// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/qualityreport.h"
#include "models/domain/review.h"
#include "models/gateway/page.h"

#include <QFuture>

namespace renewal {

/// What blind review and the screen "Matching quality" need from the world. Futures finish exactly once.
class QualityGateway
{
public:
    virtual ~QualityGateway() = default;

    /// The open cases of the scope, by station and name.
    virtual QFuture<Result<QVector<OpenReview>>> openReviews(const Scope &scope) = 0;
    virtual QFuture<Result<BlindCase>> review(ReviewCaseId id) = 0;
    virtual QFuture<Result<ReviewOutcome>> judge(const ReviewAnswer &answer) = 0;
    virtual QFuture<Result<ReviewSample>> draw(int size, const QString &idempotencyKey) = 0;

    virtual QFuture<Result<QualityReport>> report(const Scope &scope) = 0;
    /// Newest first; the first one holds.
    virtual QFuture<Result<QVector<MatchingThreshold>>> thresholds() = 0;
    virtual QFuture<Result<ThresholdPreview>> previewThreshold(double probability, double marginBits) = 0;
    /// Probability, margin and reason of `wanted` count, and its version: the one that was seen.
    virtual QFuture<Result<MatchingThreshold>> setThreshold(const MatchingThreshold &wanted,
                                                            const QString &idempotencyKey) = 0;
};

} // namespace renewal
