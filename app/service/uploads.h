// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/uploadfolder.h"
#include "app/service/uploadlimits.h"
#include "models/base/result.h"
#include "models/gateway/importreport.h"

#include <QHash>

#include <mutex>
#include <optional>

namespace renewal::service {

/// What is told of a file when it is announced.
struct UploadHead
{
    QString fileName;
    QString extract; ///< where its prescriber ids are valid; empty: in this content only
    QString actor;
    qint64 bytes = 0;            ///< as announced; 0: not told
    bool replaceFigures = false; ///< the rollout's figures may take the place of other ones
};

/// A file that is put together.
struct UploadedFile
{
    QString path;
    QString fileName;
    QString extract;
    QString actor;
    bool replaceFigures = false;
};

/// Files that come in by pieces, until the importer has read them. An upload lives as long as the service:
/// after a restart it is sent again, which changes nothing that was already taken. May be used from any
/// thread. Times are milliseconds since 1970.
class Uploads
{
public:
    Uploads(const QString &directory, const UploadLimits &limits);

    /// `now` makes ids that do not come back after a restart.
    Result<ImportReport> begin(const UploadHead &head, qint64 now);
    /// Why `bytes` more would be over a ceiling; `upload` invalid: of a file not begun. `status`: 413 or 507.
    struct Refusal
    {
        int status = 0;
        QString text;
    };
    std::optional<Refusal> refusal(ImportId upload, qint64 bytes) const;
    /// Pieces are numbered from 0; one that comes again replaces itself.
    Done putPiece(ImportId id, int piece, const QByteArray &bytes, qint64 now);
    Result<ImportReport> report(ImportId id) const;

    /// No more pieces: checks that none is missing. The upload is "queued" from now on.
    Done close(ImportId id);
    void setJob(ImportId id, const QString &jobId);
    /// The job that reads a closed upload; empty before.
    QString jobOf(ImportId id) const;
    /// Puts the pieces together in one file. Takes long: for the job.
    Result<UploadedFile> assemble(ImportId id);
    /// What came of it; the pieces are deleted. The report keeps the upload's own id and name. One that is
    /// settled stays as it is.
    void settle(ImportId id, const ImportReport &outcome);
    /// The sender gave up: settled as "cancelled".
    void giveUp(ImportId id);
    /// Gives up what nobody has sent a piece of for too long.
    void expire(qint64 now);

private:
    struct Upload
    {
        ImportReport report;
        QHash<int, qint64> pieces; ///< number -> bytes
        QString jobId;
        qint64 lastPiece = 0;
        bool replaceFigures = false;

        bool isOver() const;
    };

    Result<Upload *> open(ImportId id);
    void settleLocked(Upload &upload, const ImportReport &outcome);
    void forgetOldest();
    QString folder(ImportId id) const;
    QString pieceFile(ImportId id, int piece) const;

    const UploadLimits m_limits;
    UploadFolder m_folder;
    mutable std::mutex m_mutex;
    QHash<qint64, Upload> m_uploads; ///< guarded by m_mutex
};

} // namespace renewal::service
