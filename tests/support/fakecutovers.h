// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/cutovergateway.h"
#include "tests/support/heldreplies.h"

namespace renewal::test {

/// Cut-overs in memory.
class FakeCutOvers final : public CutOverGateway
{
public:
    QVector<CutOverReview> reviews; ///< one for each cut-over in force
    CutOverEffect effect;
    CrosswalkReport crosswalk;
    CutOverOutcome outcome;
    QVector<CutOverEntry> entered;
    QVector<PoolChoice> confirmed;
    QVector<TriageTeamId> takenBack;
    QString withdrawnFor; ///< the reason
    Replies<QVector<CutOver>> listReplies;
    Replies<CutOverReview> reviewReplies;
    Replies<CutOverEffect> previewReplies;
    Replies<CutOver> enterReplies;
    Replies<CutOverOutcome> outcomeReplies;
    Replies<CrosswalkReport> crosswalkReplies;

    QFuture<Result<QVector<CutOver>>> cutOvers() override;
    QFuture<Result<CutOverReview>> review(CutOverId id) override;
    QFuture<Result<CutOverEffect>> preview(const CutOverEntry &entry) override;
    QFuture<Result<CutOver>> enter(const CutOverEntry &entry, const QString &idempotencyKey) override;
    QFuture<Result<CutOverOutcome>> withdraw(const CutOver &cutOver, const QString &reason,
                                             const QString &idempotencyKey) override;
    QFuture<Result<CrosswalkReport>> giveCrosswalk(CutOverId id, const QByteArray &file,
                                                   const QString &idempotencyKey) override;
    QFuture<Result<CutOverOutcome>> confirm(const CutOver &cutOver, const QVector<PoolChoice> &choices,
                                            const QString &idempotencyKey) override;
    QFuture<Result<CutOverOutcome>> takeBack(const CutOver &cutOver, const QVector<TriageTeamId> &oldTeams,
                                             const QString &idempotencyKey) override;
};

} // namespace renewal::test
