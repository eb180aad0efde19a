// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/throughput.h"
#include "models/gateway/page.h"
#include "models/gateway/systemgateway.h"

#include <QFuture>

namespace renewal {

/// Days by the clock of the station. Without a last day it is today, without a first one so many days count.
struct ThroughputQuery
{
    Scope scope;
    QDate from = {};
    QDate to = {};
    int days = 30;

    bool operator==(const ThroughputQuery &) const = default;
};

/// A piece of the content of a report.
struct ReportPiece
{
    QByteArray bytes;
    QString next; ///< ask for the piece behind with this; empty on the last one

    bool operator==(const ReportPiece &) const = default;
};

/// What takes the service longer than a page: it is started, followed as a job, and read once it is finished.
/// Futures finish exactly once; calls never block.
class ReportsGateway
{
public:
    virtual ~ReportsGateway() = default;
    virtual QFuture<Result<Job>> startThroughput(const ThroughputQuery &query) = 0;
    virtual QFuture<Result<Job>> report(const QString &id) = 0;
    virtual QFuture<Result<Job>> cancelReport(const QString &id) = 0;
    /// Of a finished one that counted.
    virtual QFuture<Result<Throughput>> throughput(const QString &id) = 0;
    /// The content of a finished one; an empty cursor begins.
    virtual QFuture<Result<ReportPiece>> piece(const QString &id, const QString &cursor) = 0;
};

} // namespace renewal
