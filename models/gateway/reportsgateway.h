// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/throughput.h"
#include "models/gateway/renewalsgateway.h"
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

enum class ExportFormat
{
    Csv,
    Workbook, ///< XLSX: at most 1,048,575 renewals
    Rows,     ///< the first 2,000 as JSON, to be printed
};

QString toString(ExportFormat format);
std::optional<ExportFormat> exportFormatFromString(QStringView word);

/// All that a view holds, with its search words and filters; limit and cursor mean nothing.
struct RenewalExport
{
    RenewalQuery query;
    ExportFormat format = ExportFormat::Csv;
    QString reason; ///< not empty: patient keys are written whole, and why is in the record

    bool operator==(const RenewalExport &) const = default;
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
    virtual QFuture<Result<Job>> startExport(const RenewalExport &wanted) = 0;
    virtual QFuture<Result<Job>> report(const QString &id) = 0;
    virtual QFuture<Result<Job>> cancelReport(const QString &id) = 0;
    /// Of a finished one that counted.
    virtual QFuture<Result<Throughput>> throughput(const QString &id) = 0;
    /// Of a finished one in the form of ExportFormat::Rows.
    virtual QFuture<Result<Page<Renewal>>> rows(const QString &id) = 0;
    /// The content of a finished one; an empty cursor begins.
    virtual QFuture<Result<ReportPiece>> piece(const QString &id, const QString &cursor) = 0;
};

} // namespace renewal
