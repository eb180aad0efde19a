// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/audit.h"
#include "models/domain/extract.h"
#include "models/domain/station.h"
#include "models/gateway/auditquery.h"
#include "models/gateway/csvpiece.h"
#include "models/gateway/findhit.h"
#include "models/gateway/page.h"

#include <QFuture>

namespace renewal {

/// Long work on the service. `state`: queued, running, finished, failed, cancelled.
struct Job
{
    QString id;
    QString kind; ///< matching, import, audit
    QString state;
    double progress = 0; ///< 0 to 1
    QString text;        ///< what it is doing, or what came of it, one sentence
    QString errorText;
    QString errorCode = {}; ///< the word of an ErrorCode when it failed: "integrity"

    bool isOver() const { return state != u"queued" && state != u"running"; }
    bool operator==(const Job &) const = default;
};

struct ServiceStatus
{
    QString version;
    QString database; ///< "sqlite" or "postgresql"
    qint64 renewals = 0;
    qint64 prescribers = 0;
    qint64 careTeams = 0;
    qint64 changeSequence = 0; ///< newest entry of GET /changes
    QDateTime now;
};

/// One thing that changed after a sequence number.
struct Change
{
    qint64 sequence = 0;
    QString kind;    ///< renewal, prescriber, care_team, rollout, import
    QString subject; ///< "prescriber/42", or "*" when many changed at once
};

struct ChangeList
{
    QVector<Change> changes;
    qint64 next = 0; ///< pass this as `since` next time
};

/// What the shell and the activity workspace need from the world. Futures finish exactly once.
class SystemGateway
{
public:
    virtual ~SystemGateway() = default;
    virtual QFuture<Result<ServiceStatus>> status() = 0;
    virtual QFuture<Result<QVector<Station>>> stations() = 0;
    virtual QFuture<Result<Page<AuditEvent>>> audit(const AuditQuery &query) = 0;
    /// The entries of a query as CSV piece by piece; query.cursor is CsvPiece::next of the piece before.
    virtual QFuture<Result<CsvPiece>> exportAudit(const AuditQuery &query) = 0;
    /// Starts the check of the whole record as a job.
    virtual QFuture<Result<Job>> verifyAudit() = 0;
    virtual QFuture<Result<ChangeList>> changes(qint64 since) = 0;
    virtual QFuture<Result<QVector<FindHit>>> find(const FindQuery &query) = 0;
    virtual QFuture<Result<Job>> job(const QString &id) = 0;
    virtual QFuture<Result<Job>> cancelJob(const QString &id) = 0;
};

} // namespace renewal
