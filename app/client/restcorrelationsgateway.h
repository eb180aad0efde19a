// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

namespace renewal::client {

class RestClient;

/// Prescribers and their care teams over REST. `client` must outlive it; the thread is the client's.
class RestCorrelationsGateway final : public CorrelationsGateway
{
public:
    explicit RestCorrelationsGateway(RestClient *client)
        : m_client(client)
    {
    }

    QFuture<Result<Page<PrescriberSummary>>> prescribers(const PrescriberQuery &query) override;
    QFuture<Result<PrescriberDetail>> prescriber(PrescriberId id) override;
    QFuture<Result<QVector<CareTeam>>> careTeams(const QString &parentStation,
                                                 const QString &search) override;
    QFuture<Result<QVector<TeamChoice>>> teamChoices(PrescriberId id, const QString &search) override;
    QFuture<Result<DecisionEffect>> preview(const Decision &decision) override;
    QFuture<Result<DecisionOutcome>> decide(const Decision &decision) override;
    QFuture<Result<DecisionOutcome>> undo(PrescriberId id, qint64 version,
                                          const QString &idempotencyKey) override;
    QFuture<Result<QString>> startMatching(const MatchingRequest &request) override;
    QFuture<Result<MatchingQuality>> quality(const Scope &scope) override;
    QFuture<Result<CsvPiece>> exportPiece(const Scope &scope, const QString &cursor) override;
    QFuture<Result<QByteArray>> exportWorkbook(const Scope &scope) override;
    QFuture<Result<DecisionsReport>> previewDecisions(const QByteArray &csv) override;
    QFuture<Result<DecisionsReport>> takeDecisions(const QByteArray &csv,
                                                   const QString &idempotencyKey) override;

private:
    RestClient *m_client;
};

} // namespace renewal::client
