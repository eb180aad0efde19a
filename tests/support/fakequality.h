// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/qualitygateway.h"
#include "tests/support/heldreplies.h"

namespace renewal::test {

/// Blind review and the quality of matching in memory.
class FakeQuality final : public QualityGateway
{
public:
    QVector<BlindCase> cases; ///< the open ones
    QVector<ReviewAnswer> answers;
    bool endsLinks = false; ///< whether a verdict "none" ends a link
    QVector<int> draws;
    QStringList drawKeys;
    QualityReport reportData;
    QVector<MatchingThreshold> history{{0, 0.985, 4, {}, {}, {}}};
    ThresholdPreview previewData;
    QVector<double> previews; ///< probabilities that were looked at
    Replies<QVector<OpenReview>> openReplies;
    Replies<BlindCase> caseReplies;
    Replies<ReviewOutcome> judgeReplies;
    Replies<ReviewSample> drawReplies;
    Replies<QualityReport> reportReplies;
    Replies<QVector<MatchingThreshold>> historyReplies;
    Replies<ThresholdPreview> previewReplies;
    Replies<MatchingThreshold> setReplies;

    QFuture<Result<QVector<OpenReview>>> openReviews(const Scope &scope) override;
    QFuture<Result<BlindCase>> review(ReviewCaseId id) override;
    QFuture<Result<ReviewOutcome>> judge(const ReviewAnswer &answer) override;
    QFuture<Result<ReviewSample>> draw(int size, const QString &idempotencyKey) override;
    QFuture<Result<QualityReport>> report(const Scope &scope) override;
    QFuture<Result<QVector<MatchingThreshold>>> thresholds() override;
    QFuture<Result<ThresholdPreview>> previewThreshold(double probability, double marginBits) override;
    QFuture<Result<MatchingThreshold>> setThreshold(const MatchingThreshold &wanted,
                                                    const QString &idempotencyKey) override;
};

} // namespace renewal::test
