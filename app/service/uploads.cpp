// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/uploads.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype openUploads = 64;
constexpr qint64 copyStep = 1 << 20;
constexpr qsizetype longestName = 200;

QString say(const char *text)
{
    return QCoreApplication::translate("Service", text);
}

Error cannotWrite(const QFileDevice &file)
{
    return {
        ErrorCode::Unavailable,
        say(QT_TRANSLATE_NOOP("Service", "The service cannot keep the file for now; its disk may be full.")),
        file.errorString()};
}

/// A name for a file of ours: nothing in it leads out of the folder.
bool isPlainName(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestName && !name.startsWith(u'.') &&
           std::none_of(name.cbegin(), name.cend(), [](QChar c) {
               return c == u'/' || c == u'\\' || c.category() == QChar::Other_Control;
           });
}

Done append(QFile &target, const QString &piecePath)
{
    QFile piece(piecePath);
    if (!piece.open(QIODevice::ReadOnly))
        return failure(cannotWrite(piece));
    while (!piece.atEnd()) {
        const QByteArray bytes = piece.read(copyStep);
        if (bytes.isEmpty() || target.write(bytes) != bytes.size())
            return failure(cannotWrite(target));
    }
    return ok();
}
} // namespace

Uploads::Uploads(const QString &directory)
    : m_temporary(directory.isEmpty() ? std::make_unique<QTemporaryDir>() : nullptr)
    , m_directory(m_temporary ? m_temporary->path() : directory)
{
}

Result<ImportReport> Uploads::begin(const QString &fileName, qint64 now)
{
    if (!isPlainName(fileName)) {
        return failure(ErrorCode::InvalidInput,
                       say(QT_TRANSLATE_NOOP("Service", "A plain file name without folders is expected.")));
    }
    const std::lock_guard lock(m_mutex);
    const auto receiving = std::count_if(m_uploads.cbegin(), m_uploads.cend(), [](const Upload &upload) {
        return upload.report.state == "receiving"_L1;
    });
    if (receiving >= openUploads) {
        return failure(
            ErrorCode::Unavailable,
            say(QT_TRANSLATE_NOOP("Service", "Too many files are being received; try again later.")));
    }
    qint64 id = now;
    while (m_uploads.contains(id))
        ++id;
    Upload upload;
    upload.report.id = ImportId{id};
    upload.report.fileName = fileName;
    upload.report.state = u"receiving"_s;
    if (!m_directory.mkpath(folder(upload.report.id))) {
        return failure(ErrorCode::Unavailable,
                       say(QT_TRANSLATE_NOOP(
                           "Service", "The service cannot keep the file for now; its disk may be full.")));
    }
    m_uploads.insert(id, upload);
    return upload.report;
}

Result<Uploads::Upload *> Uploads::open(ImportId id)
{
    const auto found = m_uploads.find(id.value);
    if (found == m_uploads.end())
        return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Service", "There is no such import.")));
    if (found->report.state != "receiving"_L1) {
        return failure(ErrorCode::Conflict,
                       say(QT_TRANSLATE_NOOP("Service", "This import is closed: it takes no more pieces.")));
    }
    return &*found;
}

Done Uploads::putPiece(ImportId id, int piece, const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    const auto upload = open(id);
    if (!upload)
        return failure(upload.error());
    QSaveFile file(pieceFile(id, piece)); // a piece is there whole or not at all
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(cannotWrite(file));
    (*upload)->report.receivedBytes += bytes.size() - (*upload)->pieces.value(piece, 0);
    (*upload)->pieces.insert(piece, bytes.size());
    return ok();
}

Result<ImportReport> Uploads::report(ImportId id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_uploads.constFind(id.value);
    if (found == m_uploads.cend())
        return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Service", "There is no such import.")));
    return found->report;
}

Done Uploads::close(ImportId id)
{
    const std::lock_guard lock(m_mutex);
    const auto upload = open(id);
    if (!upload)
        return failure(upload.error());
    for (int piece = 0; piece < (*upload)->pieces.size(); ++piece) {
        if (!(*upload)->pieces.contains(piece)) {
            return failure(
                ErrorCode::Conflict,
                say(QT_TRANSLATE_NOOP("Service", "Piece %1 of this import is missing.")).arg(piece));
        }
    }
    if ((*upload)->pieces.isEmpty())
        return failure(ErrorCode::Conflict,
                       say(QT_TRANSLATE_NOOP("Service", "This import has no piece yet.")));
    (*upload)->report.state = u"queued"_s;
    return ok();
}

void Uploads::setJob(ImportId id, const QString &jobId)
{
    const std::lock_guard lock(m_mutex);
    m_uploads[id.value].jobId = jobId;
}

QString Uploads::jobOf(ImportId id) const
{
    const std::lock_guard lock(m_mutex);
    return m_uploads.value(id.value).jobId;
}

Result<QString> Uploads::assemble(ImportId id)
{
    QString name;
    qsizetype pieces = 0;
    {
        const std::lock_guard lock(m_mutex);
        Upload &upload = m_uploads[id.value];
        upload.report.state = u"running"_s;
        name = upload.report.fileName;
        pieces = upload.pieces.size();
    }
    QFile file(folder(id) + u'/' + name);
    if (!file.open(QIODevice::WriteOnly))
        return failure(cannotWrite(file));
    for (int piece = 0; piece < pieces; ++piece) {
        const QString path = pieceFile(id, piece);
        if (const Done done = append(file, path); !done)
            return failure(done.error());
        QFile::remove(path); // twice the bytes are on the disk for one piece only
    }
    if (!file.flush())
        return failure(cannotWrite(file));
    return file.fileName();
}

void Uploads::settle(ImportId id, const ImportReport &outcome)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_uploads.find(id.value);
    if (found == m_uploads.end())
        return;
    const qint64 received = found->report.receivedBytes;
    const QString name = found->report.fileName;
    found->report = outcome;
    found->report.id = id;
    found->report.fileName = name;
    found->report.receivedBytes = received;
    found->pieces.clear();
    QDir(folder(id)).removeRecursively();
}

QString Uploads::folder(ImportId id) const
{
    return m_directory.filePath(u"upload-%1"_s.arg(id.value));
}

QString Uploads::pieceFile(ImportId id, int piece) const
{
    return folder(id) + u"/.piece-%1"_s.arg(piece, 6, 10, QChar(u'0'));
}

} // namespace renewal::service
