// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"

namespace renewal::client {

class RestClient;

/// The queue over REST. `client` must outlive it; the thread is the client's.
class RestRenewalsGateway final : public RenewalsGateway
{
public:
    explicit RestRenewalsGateway(RestClient *client)
        : m_client(client)
    {
    }

    QFuture<Result<Page<Renewal>>> renewals(const RenewalQuery &query) override;
    QFuture<Result<QVector<ViewCount>>> counts(const Scope &scope, const RenewalFilter &filter) override;
    QFuture<Result<QVector<FilterChoice>>> choices(const ChoiceQuery &query) override;
    QFuture<Result<QVector<SavedView>>> savedViews() override;
    QFuture<Result<SavedView>> saveView(const SavedView &view, const QString &idempotencyKey) override;
    QFuture<Result<SavedView>> removeView(const SavedView &view) override;
    QFuture<Result<RenewalDetail>> renewal(RenewalId id) override;
    QFuture<Result<TriageOutcome>> triage(const TriageRequest &request) override;
    QFuture<Result<TriageOutcome>> undoTriage(const QString &batch, const QString &idempotencyKey) override;
    QFuture<Result<QStringList>> staff() override;
    QFuture<Result<RevealedPatient>> reveal(RenewalId id, const QString &reason) override;

private:
    RestClient *m_client;
};

} // namespace renewal::client
