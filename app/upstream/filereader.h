// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/bytesource.h"
#include "models/exchange/filecontent.h"
#include "models/exchange/record.h"
#include "models/exchange/shortprescriptions.h"

#include <QByteArray>

#include <functional>

namespace renewal::upstream {

/// A place in a file to go on from.
struct FilePosition
{
    qint64 byte = 0;    ///< of the next line in the unpacked file; 0 where only records count
    qint64 line = 1;    ///< its number; 0: not known, it is counted
    qint64 records = 0; ///< handed out so far, set-aside ones included

    bool operator==(const FilePosition &) const = default;
};

/// Takes what a FileReader finds, in file order, on its thread.
class FileSink : public exchange::RecordSink
{
public:
    /// Short-form prescriptions of a bulk file, many at once; the views die with the call.
    virtual bool takeShort(const exchange::ShortPrescriptionBatch &batch) = 0;
    /// Everything before `position` was handed out. `done` of `size` bytes on disk are used. Returning
    /// false stops the reader.
    virtual bool reached(const FilePosition &position, qint64 done, qint64 size) = 0;
};

/// Reads one file of any known kind: NDJSON, one JSON document of any size, or CSV; packed with gzip or
/// not. What it is is found from the content. Memory does not grow with the file. One thread at a time.
class FileReader
{
public:
    using Layout = exchange::FileContent::Form;

    /// JSON documents up to this size are read whole, larger ones element by element.
    static constexpr qint64 wholeDocument = 32LL * 1024 * 1024;

    /// Opens the file and finds out what it is. The error's text is a sentence for the user without the
    /// file's name, except when the file could not be opened.
    static Result<FileReader> open(const QString &path);

    exchange::FileKind kind() const { return m_kind; }
    Layout layout() const { return m_layout; }
    QString path() const { return m_path; }

    /// Hands all records from `from` on to `sink`. Fails with Cancelled when the sink stopped it, with
    /// Unsupported when files of this kind carry nothing to import.
    Done read(FileSink &sink, const FilePosition &from = {}) const;

private:
    FileReader() = default;
    Done readLines(ByteSource &source, FileSink &sink, FilePosition from) const;
    Done readShortLines(ByteSource &source, FileSink &sink, FilePosition from) const;
    Done readDocument(ByteSource &source, FileSink &sink, const FilePosition &from) const;
    Done readElements(ByteSource &source, FileSink &sink, const FilePosition &from) const;
    Done readCsv(ByteSource &source, FileSink &sink, const FilePosition &from) const;

    QString m_path;
    exchange::FileKind m_kind = exchange::FileKind::Prescriptions;
    Layout m_layout = Layout::Document;
    char m_delimiter = ',';
};

/// SHA-256 of a file's unpacked bytes, so that a file and its gzip count as the same. `progress` gets the
/// bytes on disk done and in all; returning false stops with Cancelled.
Result<QByteArray> contentHash(const QString &path, const std::function<bool(qint64, qint64)> &progress = {});

} // namespace renewal::upstream
