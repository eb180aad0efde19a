// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/uploadfolder.h"

#include <QDateTime>
#include <QFileInfo>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
const QString lockName = u"/.lock"_s;
/// A folder without a lock may be one that is just being made.
constexpr qint64 settlingSeconds = 60;
} // namespace

UploadFolder::UploadFolder(const QString &base)
{
    const QDir place(base.isEmpty() ? QDir::tempPath() : base);
    place.mkpath(u"."_s);
    removeLeftovers(place);
    m_folder = std::make_unique<QTemporaryDir>(place.filePath(u"renewal-imports-XXXXXX"_s));
    if (!m_folder->isValid())
        return;
    m_lock = std::make_unique<QLockFile>(m_folder->path() + lockName);
    m_lock->setStaleLockTime(0); // however long it runs: only its end makes the lock stale
    m_lock->tryLock();
}

void UploadFolder::removeLeftovers(const QDir &base)
{
    const QFileInfoList folders =
        base.entryInfoList({u"renewal-imports-*"_s}, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        const QString lockFile = folder.filePath() + lockName;
        const bool isNew = folder.lastModified().secsTo(QDateTime::currentDateTime()) < settlingSeconds;
        if (!QFileInfo::exists(lockFile) && isNew)
            continue;
        QLockFile lock(lockFile);
        lock.setStaleLockTime(0);
        if (!lock.tryLock()) // its run is alive, or it is not ours
            continue;
        lock.unlock();
        QDir(folder.filePath()).removeRecursively();
    }
}

} // namespace renewal::service
