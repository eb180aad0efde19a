// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QLockFile>
#include <QTemporaryDir>

#include <memory>

namespace renewal::service {

/// The folder in which one run of the service keeps the pieces of uploads, which are patient data: only its
/// owner may enter it, it goes with the run, and what a run that was killed has left goes with the next one.
class UploadFolder
{
public:
    /// Inside `base`; empty means the system's place for temporary files.
    explicit UploadFolder(const QString &base);

    bool isValid() const { return m_folder && m_folder->isValid(); }
    QDir dir() const { return QDir(m_folder ? m_folder->path() : QString()); }

private:
    static void removeLeftovers(const QDir &base);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QLockFile> m_lock; ///< tells other runs that this one lives; released first
};

} // namespace renewal::service
