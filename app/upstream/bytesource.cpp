// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/bytesource.h"

#include "app/upstream/gzipsource.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace renewal::upstream {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ByteSource", text);
}

/// A plain file.
class FileSource final : public ByteSource
{
public:
    explicit FileSource(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
    {
    }

    Result<qint64> read(char *to, qint64 size) override
    {
        const qint64 got = m_file->read(to, size);
        if (got < 0)
            return failure(
                ErrorCode::Internal,
                tr("The file %1 could not be read; check the disk and try again.").arg(m_file->fileName()),
                m_file->errorString());
        return got;
    }

    Done skip(qint64 size) override
    {
        if (!m_file->seek(m_file->pos() + size))
            return failure(ErrorCode::Internal,
                           tr("The file %1 is shorter than before; import it again.").arg(m_file->fileName()),
                           m_file->errorString());
        return ok();
    }

    qint64 rawPosition() const override { return m_file->pos(); }
    qint64 rawSize() const override { return m_file->size(); }

private:
    std::unique_ptr<QFile> m_file;
};
} // namespace

Result<std::unique_ptr<ByteSource>> openByteSource(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::NotFound, tr("The file %1 does not exist; check the name.").arg(path));
    if (!info.isFile())
        return failure(ErrorCode::InvalidInput, tr("%1 is not a file.").arg(path));
    auto file = std::make_unique<QFile>(path);
    // Unbuffered: the readers above ask for large pieces, so that QFile's own buffer would only copy.
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(ErrorCode::Internal,
                       tr("The file %1 could not be opened; check that you may read it.").arg(path),
                       file->errorString());
    const QByteArray magic = file->read(2);
    if (!file->seek(0))
        return failure(ErrorCode::InvalidInput, tr("%1 is not a regular file.").arg(path),
                       file->errorString());
    std::unique_ptr<ByteSource> source = std::make_unique<FileSource>(std::move(file));
    if (GzipSource::isGzip(magic))
        source = std::make_unique<GzipSource>(std::move(source), path);
    return source;
}

} // namespace renewal::upstream
