// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/reportsgateway.h"

namespace renewal::client {

class RestClient;

/// Reports over REST. `client` must outlive it; the thread is the client's.
class RestReportsGateway final : public ReportsGateway
{
public:
    explicit RestReportsGateway(RestClient *client)
        : m_client(client)
    {
    }

    QFuture<Result<Job>> startThroughput(const ThroughputQuery &query) override;
    QFuture<Result<Job>> startExport(const RenewalExport &wanted) override;
    QFuture<Result<Job>> report(const QString &id) override;
    QFuture<Result<Job>> cancelReport(const QString &id) override;
    QFuture<Result<Throughput>> throughput(const QString &id) override;
    QFuture<Result<Page<Renewal>>> rows(const QString &id) override;
    QFuture<Result<ReportPiece>> piece(const QString &id, const QString &cursor) override;

private:
    RestClient *m_client;
};

} // namespace renewal::client
