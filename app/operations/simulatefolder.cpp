// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/simulatefolder.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace renewal::operations {

namespace {
constexpr qsizetype pieceSize = 1 << 20;
constexpr auto stagingName = ".simulate-unfinished"_L1;

QString tr(const char *text)
{
    return QCoreApplication::translate("simulate", text);
}

Error cannotWrite(const QString &path, const QString &reason)
{
    return {ErrorCode::Unavailable,
            tr("%1 cannot be written: %2. Choose another folder or make room, then start again.")
                .arg(path, reason),
            {}};
}
} // namespace

RegionFile::RegionFile(const QString &path)
    : m_file(path)
{
}

Done RegionFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return failure(cannotWrite(m_file.fileName(), m_file.errorString()));
    m_buffer.reserve(pieceSize + pieceSize / 8);
    return ok();
}

Done RegionFile::flushIfLarge()
{
    return m_buffer.size() < pieceSize ? ok() : flush();
}

Done RegionFile::flush()
{
    if (m_file.write(m_buffer) != m_buffer.size())
        return failure(cannotWrite(m_file.fileName(), m_file.errorString()));
    m_written += m_buffer.size();
    m_buffer.resize(0); // keeps the memory
    return ok();
}

Done RegionFile::finish()
{
    if (!m_file.isOpen())
        return ok();
    auto done = flush();
    m_file.close();
    m_buffer = {};
    return done;
}

RegionFolder::RegionFolder(const QString &path)
    : m_folder(path)
    , m_staging(m_folder.filePath(stagingName))
{
}

RegionFolder::~RegionFolder()
{
    if (m_prepared)
        discard();
}

Done RegionFolder::prepare(bool force)
{
    const QString path = m_folder.path();
    if (QFileInfo::exists(path) && !QFileInfo(path).isDir()) {
        return failure(ErrorCode::InvalidInput,
                       tr("%1 is a file. Name a folder that is empty or does not exist yet.").arg(path));
    }
    m_created = !m_folder.exists();
    if (m_created && !QDir().mkpath(path))
        return failure(cannotWrite(path, tr("the folder cannot be made")));
    m_staging.removeRecursively(); // of a run that was cut off
    if (!force && !m_folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        return failure(
            ErrorCode::Conflict,
            tr("The folder %1 is not empty. Name another one, or add --force to replace the region "
               "files in it; other files stay.")
                .arg(path));
    }
    if (!m_folder.mkpath(stagingName))
        return failure(cannotWrite(path, tr("the folder is not writable")));
    m_prepared = true;
    return ok();
}

Result<RegionFile *> RegionFolder::create(const QString &name)
{
    auto file = std::make_unique<RegionFile>(m_staging.filePath(name));
    if (auto done = file->open(); !done)
        return failure(done.error());
    m_names.append(name);
    m_files.push_back(std::move(file));
    return m_files.back().get();
}

Done RegionFolder::write(const QString &name, const QByteArray &content)
{
    const auto file = create(name);
    if (!file)
        return failure(file.error());
    (*file)->buffer().append(content);
    return (*file)->finish();
}

Done RegionFolder::commit()
{
    for (const auto &file : m_files) {
        if (auto done = file->finish(); !done)
            return done;
    }
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const QString target = m_folder.filePath(m_names.at(i));
        QFile::remove(target);
        QFile file(m_staging.filePath(m_names.at(i)));
        if (!file.rename(target)) {
            // Half a region must not look like a whole one.
            for (qsizetype moved = 0; moved < i; ++moved)
                QFile::remove(m_folder.filePath(m_names.at(moved)));
            return failure(cannotWrite(target, file.errorString()));
        }
    }
    m_prepared = false;
    m_staging.removeRecursively();
    return ok();
}

qint64 RegionFolder::bytes() const
{
    qint64 sum = 0;
    for (const auto &file : m_files)
        sum += file->size();
    return sum;
}

void RegionFolder::discard()
{
    m_files.clear();
    m_staging.removeRecursively();
    if (m_created)
        QDir().rmdir(m_folder.path());
}

} // namespace renewal::operations
