// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/rest/restimports.h"

#include <QDir>
#include <QHash>
#include <QSet>
#include <QTemporaryDir>

#include <memory>
#include <mutex>

namespace renewal::service {

/// Files that come in by pieces, until the importer has read them. An upload lives as long as the service:
/// after a restart it is sent again, which changes nothing that was already taken. May be used from any
/// thread.
class Uploads
{
public:
    /// An empty directory means a temporary one.
    explicit Uploads(const QString &directory);

    /// `now` in milliseconds makes ids that do not come back after a restart.
    Result<ImportReport> begin(const QString &fileName, qint64 now);
    /// Pieces are numbered from 0; one that comes again replaces itself.
    Done putPiece(ImportId id, int piece, const QByteArray &bytes);
    Result<ImportReport> report(ImportId id) const;

    /// No more pieces: checks that none is missing. The upload is "queued" from now on.
    Done close(ImportId id);
    void setJob(ImportId id, const QString &jobId);
    /// The job that reads a closed upload; empty before.
    QString jobOf(ImportId id) const;
    /// Puts the pieces together in one file and tells its path. Takes long: for the job.
    Result<QString> assemble(ImportId id);
    /// What came of it; the pieces are deleted. The report keeps the upload's own id and name.
    void settle(ImportId id, const ImportReport &outcome);

private:
    struct Upload
    {
        ImportReport report;
        QHash<int, qint64> pieces; ///< number -> bytes
        QString jobId;
    };

    Result<Upload *> open(ImportId id);
    QString folder(ImportId id) const;
    QString pieceFile(ImportId id, int piece) const;

    std::unique_ptr<QTemporaryDir> m_temporary;
    QDir m_directory;
    mutable std::mutex m_mutex;
    QHash<qint64, Upload> m_uploads; ///< guarded by m_mutex
};

} // namespace renewal::service
