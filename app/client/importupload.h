// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/restclient.h"
#include "models/gateway/importreport.h"
#include "models/gateway/systemgateway.h"

#include <QFile>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>

namespace renewal::client {

/// Brings one file to the service in pieces and follows its import to the end. One object per file.
///
/// The future is finished exactly once: with the report, with an error, or with Cancelled when this object
/// dies. Lives in the client's thread; the client must outlive it.
class ImportUpload final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 defaultPieceBytes = 4 * 1024 * 1024;

    explicit ImportUpload(RestClient *client, qint64 pieceBytes = defaultPieceBytes,
                          QObject *parent = nullptr);
    ~ImportUpload() override;

    /// `extract` says with which other files this one shares its prescriber ids; empty: with none. A file
    /// that the service refuses is no error: its report is "failed" and says why.
    /// `replaceFigures`: the rollout's figures may take the place of those of another source or region.
    QFuture<Result<ImportReport>> send(const QString &path, const QString &extract = {},
                                       bool replaceFigures = false);
    /// Stops sending or the job, and has the service delete what was sent.
    void cancel();

signals:
    /// Bytes that arrived, of all.
    void sent(qint64 bytes, qint64 total);
    /// What the service makes of the file.
    void jobChanged(const renewal::Job &job);

private:
    void sendNextPiece();
    void finishUpload();
    void followJob(const Job &job);
    void readReport();
    void complete(const Result<ImportReport> &result);
    void withdraw();
    QStringList importPath(const QStringList &rest) const;

    RestClient *m_client;
    const qint64 m_pieceBytes;
    QPromise<Result<ImportReport>> m_promise;
    QFile m_file;
    QTimer m_poll;
    ImportId m_import;
    QString m_jobId;
    qint64 m_piece = 0;
    bool m_over = false;
};

} // namespace renewal::client
