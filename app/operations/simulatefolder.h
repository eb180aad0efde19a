// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace renewal::operations {

/// One file being written. Collects what is appended and writes it out in large pieces.
class RegionFile
{
public:
    explicit RegionFile(const QString &path);
    Done open();
    /// What to append to; call flushIfLarge() now and then.
    QByteArray &buffer() { return m_buffer; }
    Done flushIfLarge();
    /// Writes out the rest and closes the file.
    Done finish();
    qint64 size() const { return m_written; }

private:
    Done flush();

    QFile m_file;
    QByteArray m_buffer;
    qint64 m_written = 0;
};

/// The folder a region is written to. Everything is written in a hidden folder inside it and moved to its
/// final name by commit(), so that a region that was cut off is never taken for a whole one.
/// Without commit() the destructor removes what was written.
class RegionFolder
{
public:
    explicit RegionFolder(const QString &path);
    ~RegionFolder();
    RegionFolder(const RegionFolder &) = delete;
    RegionFolder &operator=(const RegionFolder &) = delete;

    /// Makes the folder. Refuses one that is not empty (Conflict), unless `force`, which then replaces the
    /// region files by name and leaves all other files alone.
    Done prepare(bool force);
    /// Opens a new file for writing; the folder keeps it.
    Result<RegionFile *> create(const QString &name);
    /// create(), write `content`, finish.
    Done write(const QString &name, const QByteArray &content);
    /// Finishes all files and gives them their final names.
    Done commit();
    qint64 bytes() const;

private:
    void discard();

    QDir m_folder;
    QDir m_staging;
    bool m_created = false;
    bool m_prepared = false;
    std::vector<std::unique_ptr<RegionFile>> m_files;
    QStringList m_names;
};

} // namespace renewal::operations
