// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/cutovergateway.h"

namespace renewal::client {

class RestClient;

/// Cut-overs over REST. `client` must outlive it; the thread is the client's.
class RestCutOverGateway final : public CutOverGateway
{
public:
    explicit RestCutOverGateway(RestClient *client)
        : m_client(client)
    {
    }

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

private:
    RestClient *m_client;
};

} // namespace renewal::client
