// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/uploads.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
/// Asked of the folder itself: a list of mounts may not name its file system, inside a container for one.
/// Where nobody can tell, writing will.
qint64 freeBytes(const QString &folder)
{
    std::error_code unknown;
    const auto space = std::filesystem::space(QFile::encodeName(folder).toStdString(), unknown);
    constexpr auto most = std::numeric_limits<qint64>::max();
    return unknown || space.available > std::uintmax_t(most) ? most : qint64(space.available);
}

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

Done append(QFile &target, const QString &piecePath, QCryptographicHash &hash)
{
    QFile piece(piecePath);
    if (!piece.open(QIODevice::ReadOnly))
        return failure(cannotWrite(piece));
    while (!piece.atEnd()) {
        const QByteArray bytes = piece.read(copyStep);
        if (bytes.isEmpty() || target.write(bytes) != bytes.size())
            return failure(cannotWrite(target));
        hash.addData(bytes);
    }
    return ok();
}

Error diskIsFull()
{
    return {
        ErrorCode::Unavailable,
        say(QT_TRANSLATE_NOOP("Service", "The service cannot keep the file for now; its disk may be full.")),
        {}};
}
} // namespace

bool Uploads::Upload::isOver() const
{
    return report.state != "receiving"_L1 && report.state != "queued"_L1 && report.state != "running"_L1;
}

Uploads::Uploads(const QString &directory, const UploadLimits &limits)
    : m_limits(limits)
    , m_folder(directory)
{
}

Result<ImportReport> Uploads::begin(const UploadHead &head, qint64 now)
{
    if (!isPlainName(head.fileName)) {
        return failure(ErrorCode::InvalidInput,
                       say(QT_TRANSLATE_NOOP("Service", "A plain file name without folders is expected.")));
    }
    expire(now);
    const std::lock_guard lock(m_mutex);
    const auto receiving = std::count_if(m_uploads.cbegin(), m_uploads.cend(), [](const Upload &upload) {
        return upload.report.state == "receiving"_L1;
    });
    if (receiving >= m_limits.open) {
        return failure(
            ErrorCode::Unavailable,
            say(QT_TRANSLATE_NOOP("Service", "Too many files are being received; try again later.")));
    }
    qint64 id = now;
    while (m_uploads.contains(id))
        ++id;
    Upload upload;
    upload.report.id = ImportId{id};
    upload.report.fileName = head.fileName;
    upload.report.state = u"receiving"_s;
    upload.report.extract = head.extract;
    upload.report.actor = head.actor;
    upload.report.startedAt = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC);
    upload.lastPiece = now;
    upload.replaceFigures = head.replaceFigures;
    if (!m_folder.isValid() || !m_folder.dir().mkpath(folder(upload.report.id)))
        return failure(diskIsFull());
    m_uploads.insert(id, upload);
    forgetOldest();
    return upload.report;
}

std::optional<Uploads::Refusal> Uploads::refusal(ImportId upload, qint64 bytes) const
{
    const std::lock_guard lock(m_mutex);
    if (m_uploads.value(upload.value).report.receivedBytes + bytes > m_limits.each) {
        return Refusal{
            413, say(QT_TRANSLATE_NOOP("Service", "The file is over %1 MB, the most this service takes; "
                                                  "cut it into smaller ones."))
                     .arg(m_limits.each >> 20)};
    }
    qint64 waiting = bytes;
    for (const Upload &each : m_uploads)
        waiting += each.isOver() ? 0 : each.report.receivedBytes;
    // Putting the pieces together takes the bytes of one more piece.
    const qint64 room = freeBytes(m_folder.dir().path()) - m_limits.reserve;
    if (waiting > m_limits.waiting || bytes > room) {
        return Refusal{
            507, say(QT_TRANSLATE_NOOP("Service", "The service has no room for this file now; wait until "
                                                  "the imports before it are read."))};
    }
    return std::nullopt;
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

Done Uploads::putPiece(ImportId id, int piece, const QByteArray &bytes, qint64 now)
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
    (*upload)->lastPiece = now;
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

Result<UploadedFile> Uploads::assemble(ImportId id)
{
    UploadedFile result;
    qsizetype pieces = 0;
    {
        const std::lock_guard lock(m_mutex);
        Upload &upload = m_uploads[id.value];
        upload.report.state = u"running"_s;
        result.fileName = upload.report.fileName;
        result.extract = upload.report.extract;
        result.actor = upload.report.actor;
        result.replaceFigures = upload.replaceFigures;
        pieces = upload.pieces.size();
    }
    QFile file(folder(id) + u'/' + result.fileName);
    if (!file.open(QIODevice::WriteOnly))
        return failure(cannotWrite(file));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int piece = 0; piece < pieces; ++piece) {
        const QString path = pieceFile(id, piece);
        if (const Done done = append(file, path, hash); !done)
            return failure(done.error());
        QFile::remove(path); // twice the bytes are on the disk for one piece only
    }
    if (!file.flush())
        return failure(cannotWrite(file));
    // The same content again means the same people; another content may use the same ids for others.
    constexpr qsizetype markLength = 16;
    if (result.extract.isEmpty())
        result.extract = u"upload-"_s + QString::fromLatin1(hash.result().toHex().first(markLength));
    result.path = file.fileName();
    return result;
}

void Uploads::settle(ImportId id, const ImportReport &outcome)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_uploads.find(id.value);
    if (found != m_uploads.end() && !found->isOver())
        settleLocked(*found, outcome);
}

void Uploads::giveUp(ImportId id)
{
    ImportReport outcome;
    outcome.state = u"cancelled"_s;
    outcome.text = say(QT_TRANSLATE_NOOP("Service", "The import was stopped before the file was read."));
    settle(id, outcome);
}

void Uploads::expire(qint64 now)
{
    const std::lock_guard lock(m_mutex);
    for (Upload &upload : m_uploads) {
        if (upload.report.state != "receiving"_L1 || now - upload.lastPiece < m_limits.idle.count())
            continue;
        ImportReport outcome;
        outcome.state = u"cancelled"_s;
        outcome.text =
            say(QT_TRANSLATE_NOOP("Service", "The sender did not finish the file; send it again."));
        settleLocked(upload, outcome);
    }
}

void Uploads::settleLocked(Upload &upload, const ImportReport &outcome)
{
    const ImportReport before = upload.report;
    upload.report = outcome;
    upload.report.id = before.id;
    upload.report.fileName = before.fileName;
    upload.report.receivedBytes = before.receivedBytes;
    upload.report.actor = before.actor;
    upload.report.startedAt = before.startedAt;
    upload.pieces.clear();
    QDir(folder(before.id)).removeRecursively();
}

void Uploads::forgetOldest()
{
    while (m_uploads.size() > m_limits.remembered) {
        qint64 oldest = 0;
        for (auto it = m_uploads.cbegin(); it != m_uploads.cend(); ++it) {
            if (it->isOver() && (oldest == 0 || it.key() < oldest))
                oldest = it.key();
        }
        if (oldest == 0)
            return;
        m_uploads.remove(oldest);
    }
}

QString Uploads::folder(ImportId id) const
{
    return m_folder.dir().filePath(u"upload-%1"_s.arg(id.value));
}

QString Uploads::pieceFile(ImportId id, int piece) const
{
    return folder(id) + u"/.piece-%1"_s.arg(piece, 6, 10, QChar(u'0'));
}

} // namespace renewal::service
