// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/outboxgateway.h"

namespace renewal::client {

class RestClient;

/// The outbox over REST. `client` must outlive it; the thread is the client's.
class RestOutboxGateway final : public OutboxGateway
{
public:
    explicit RestOutboxGateway(RestClient *client)
        : m_client(client)
    {
    }

    QFuture<Result<OutboxStatus>> status() override;
    QFuture<Result<Page<OutboxItem>>> items(OutboxList list, int limit, const QString &cursor) override;
    QFuture<Result<OutboxItem>> repair(const RepairRequest &request) override;
    QFuture<Result<EarlierOutcome>> repairEarlier(const EarlierRepair &request) override;

private:
    RestClient *m_client;
};

} // namespace renewal::client
