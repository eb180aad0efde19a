// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/systemgateway.h"

namespace renewal::client {

class RestClient;

/// Status, stations, audit, changes and jobs over REST. `client` must outlive it; the thread is the client's.
class RestSystemGateway final : public SystemGateway
{
public:
    explicit RestSystemGateway(RestClient *client)
        : m_client(client)
    {
    }

    QFuture<Result<ServiceStatus>> status() override;
    QFuture<Result<QVector<Station>>> stations() override;
    QFuture<Result<Page<AuditEvent>>> audit(const AuditQuery &query) override;
    QFuture<Result<CsvPiece>> exportAudit(const AuditQuery &query) override;
    QFuture<Result<Job>> verifyAudit() override;
    QFuture<Result<ChangeList>> changes(qint64 since) override;
    QFuture<Result<QVector<FindHit>>> find(const FindQuery &query) override;
    QFuture<Result<Job>> job(const QString &id) override;
    QFuture<Result<Job>> cancelJob(const QString &id) override;

private:
    RestClient *m_client;
};

} // namespace renewal::client
