// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/qualitygateway.h"

namespace renewal::client {

class RestClient;

/// Blind review and the quality of matching over REST. `client` must outlive it; the thread is the client's.
class RestQualityGateway final : public QualityGateway
{
public:
    explicit RestQualityGateway(RestClient *client)
        : m_client(client)
    {
    }

    QFuture<Result<QVector<OpenReview>>> openReviews(const Scope &scope) override;
    QFuture<Result<BlindCase>> review(ReviewCaseId id) override;
    QFuture<Result<ReviewOutcome>> judge(const ReviewAnswer &answer) override;
    QFuture<Result<ReviewSample>> draw(int size, const QString &idempotencyKey) override;
    QFuture<Result<QualityReport>> report(const Scope &scope) override;
    QFuture<Result<QVector<MatchingThreshold>>> thresholds() override;
    QFuture<Result<ThresholdPreview>> previewThreshold(double probability, double marginBits) override;
    QFuture<Result<MatchingThreshold>> setThreshold(const MatchingThreshold &wanted,
                                                    const QString &idempotencyKey) override;

private:
    RestClient *m_client;
};

} // namespace renewal::client
