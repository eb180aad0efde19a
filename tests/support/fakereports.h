// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/reportsgateway.h"
#include "tests/support/heldreplies.h"

namespace renewal::test {

/// Reports in memory: each is finished after `looks` looks.
class FakeReports final : public ReportsGateway
{
public:
    Throughput throughputAnswer;
    int looks = 1;
    QString failure; ///< what a report fails with; empty: it finishes
    QVector<ThroughputQuery> throughputQueries;
    QVector<RenewalExport> exports;
    Page<Renewal> rowsAnswer;
    QStringList cancelled;
    Replies<Job> startReplies;
    Replies<Job> jobReplies;
    Replies<Throughput> throughputReplies;
    Replies<ReportPiece> pieceReplies;
    Replies<Page<Renewal>> rowReplies;
    QVector<QByteArray> pieces; ///< of a file

    QFuture<Result<Job>> startThroughput(const ThroughputQuery &query) override
    {
        throughputQueries.append(query);
        return start(QStringLiteral("throughput"));
    }
    QFuture<Result<Job>> startExport(const RenewalExport &wanted) override
    {
        exports.append(wanted);
        return start(QStringLiteral("renewals"));
    }
    QFuture<Result<Page<Renewal>>> rows(const QString &) override { return rowReplies.reply(rowsAnswer); }
    QFuture<Result<Job>> report(const QString &id) override
    {
        m_job.id = id;
        if (++m_looks >= looks) {
            m_job.state = failure.isEmpty() ? QStringLiteral("finished") : QStringLiteral("failed");
            m_job.errorText = failure;
            m_job.text = QStringLiteral("The file holds 3 renewals.");
        } else {
            m_job.state = QStringLiteral("running");
            m_job.progress = double(m_looks) / looks;
        }
        return jobReplies.reply(m_job);
    }
    QFuture<Result<Job>> cancelReport(const QString &id) override
    {
        cancelled.append(id);
        m_job.state = QStringLiteral("cancelled");
        return jobReplies.reply(m_job);
    }
    QFuture<Result<Throughput>> throughput(const QString &) override
    {
        return throughputReplies.reply(throughputAnswer);
    }
    QFuture<Result<ReportPiece>> piece(const QString &, const QString &cursor) override
    {
        const qsizetype place = cursor.toLongLong();
        const QString next = place + 1 < pieces.size() ? QString::number(place + 1) : QString();
        return pieceReplies.reply(ReportPiece{pieces.value(place), next});
    }

private:
    QFuture<Result<Job>> start(const QString &kind)
    {
        m_looks = 0;
        m_job = {QStringLiteral("report-%1").arg(++m_started), kind, QStringLiteral("queued"), 0, {}, {}, {}};
        return startReplies.reply(m_job);
    }

    Job m_job;
    int m_looks = 0;
    int m_started = 0;
};

} // namespace renewal::test
