// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/rolloutgateway.h"

namespace renewal::client {

class RestClient;

/// The rollout and its metrics over REST. `client` must outlive it; the thread is the client's.
class RestRolloutGateway final : public RolloutGateway
{
public:
    explicit RestRolloutGateway(RestClient *client)
        : m_client(client)
    {
    }

    QFuture<Result<RolloutOverview>> overview() override;
    QFuture<Result<MetricSeries>> series(const QString &key, const QDateTime &from,
                                         const QDateTime &to) override;
    QFuture<Result<RolloutOverview>> signOff(const QString &discipline, const QString &stage, bool given,
                                             const QString &note, const QString &idempotencyKey) override;

private:
    RestClient *m_client;
};

} // namespace renewal::client
