// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/importupload.h"
#include "models/gateway/importrun.h"

#include <memory>

namespace renewal::client {

/// Sends files one after the other with one ImportUpload each. `client` must outlive it; its thread.
class RestImportRun final : public ImportRun
{
    Q_OBJECT

public:
    /// Files of one folder are one extract.
    RestImportRun(RestClient *client, const QVector<ImportPreview> &files);
    ~RestImportRun() override;

    void cancel() override;

private:
    void sendNext();
    void showSent(qint64 bytes, qint64 total);
    void showJob(const Job &job);
    void take(const Result<ImportReport> &result);
    void end(ImportFileState::Step step, const QString &text);

    RestClient *m_client;
    QStringList m_extracts; ///< of the files
    std::unique_ptr<ImportUpload> m_upload;
    int m_file = -1;
    bool m_cancelled = false;
};

} // namespace renewal::client
