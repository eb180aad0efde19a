// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/filebeginning.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#define ZLIB_CONST
#include <zlib.h>

namespace renewal::client {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ImportPreview", text);
}

/// As much of a gzip's content as its first bytes tell, at most `size`.
Result<QByteArray> unpacked(const QByteArray &packed, qint64 size)
{
    constexpr int gzipWindow = 15 + 16; // largest window, gzip head expected
    z_stream stream = {};
    if (inflateInit2(&stream, gzipWindow) != Z_OK)
        return failure(ErrorCode::Internal, tr("The file cannot be unpacked here."));
    QByteArray text(size, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<const Bytef *>(packed.constData());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(text.data());
    stream.avail_out = static_cast<uInt>(size);
    const int state = inflate(&stream, Z_SYNC_FLUSH);
    text.resize(size - static_cast<qint64>(stream.avail_out));
    inflateEnd(&stream);
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
        return failure(ErrorCode::InvalidInput, tr("The file is a damaged gzip; fetch it again."));
    return text;
}
} // namespace

Result<QByteArray> fileBeginning(const QString &path, qint64 size)
{
    if (!QFileInfo(path).isFile()) // a pipe would be waited for
        return failure(ErrorCode::InvalidInput, tr("It is not a regular file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Forbidden, tr("The file cannot be opened; check that you may read it."));
    const QByteArray bytes = file.read(size);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::Internal, tr("The file cannot be read; check the disk."));
    return bytes.startsWith("\x1f\x8b") ? unpacked(bytes, size) : Result<QByteArray>(bytes);
}

} // namespace renewal::client
