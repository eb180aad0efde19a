// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importsgateway.h"

#include <QThreadPool>

namespace renewal::client {

class RestClient;

/// Imports over REST. `client` must outlive it; the thread is the client's.
class RestImportsGateway final : public ImportsGateway
{
public:
    explicit RestImportsGateway(RestClient *client);

    QFuture<Result<QVector<ImportPreview>>> inspect(const QStringList &paths) override;
    std::unique_ptr<ImportRun> start(const QVector<ImportPreview> &files) override;
    QFuture<Result<Page<ImportReport>>> imports(const QString &cursor, int limit) override;
    QFuture<Result<Page<SetAside>>> setAside(ImportId id, const QString &cursor, int limit) override;
    QFuture<Result<CsvPiece>> exportSetAside(ImportId id, const QString &cursor) override;

private:
    RestClient *m_client;
    QThreadPool m_readers; ///< its destruction waits for what is being read
};

} // namespace renewal::client
