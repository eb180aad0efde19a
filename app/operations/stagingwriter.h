// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/importtypes.h"
#include "app/operations/stagingtables.h"
#include "app/store/bulkwriter.h"
#include "app/store/importrepository.h"
#include "app/store/transaction.h"
#include "app/upstream/filereader.h"

#include <memory>
#include <optional>
#include <vector>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Where a staged record stands in its file, packed into the staging tables' seq: the file's number, whether
/// the place is a line, and the number of the line or record. Order of seq is order of import.
struct StagingPlace
{
    static constexpr int fileShift = 40;
    static constexpr qint64 lineFlag = qint64(1) << 39;
    static constexpr qint64 numberMask = lineFlag - 1;

    static qint64 ofLine(int file, qint64 line) { return (qint64(file) << fileShift) | lineFlag | line; }
    static qint64 ofRecord(int file, qint64 record) { return (qint64(file) << fileShift) | record; }
    static qint64 firstOf(int file) { return qint64(file) << fileShift; }
    static int fileOf(qint64 seq) { return static_cast<int>(seq >> fileShift); }
};

/// Takes the records of one file and writes them to the staging tables, in transactions of some ten thousand
/// records, each with the position to go on from. Lives on the connection's thread; used for one file.
class StagingWriter final : public upstream::FileSink
{
public:
    static constexpr qint64 recordsPerTransaction = 50000;
    static constexpr std::size_t recordsInMemory = 2000;

    /// `file` is as last stored; `progress` gets bytes of this file.
    StagingWriter(store::Connection &connection, StagingContext context, store::ImportFile file, bool isLines,
                  std::function<bool(qint64, qint64)> progress);
    ~StagingWriter() override;
    Q_DISABLE_COPY_MOVE(StagingWriter)

    bool take(exchange::Record &&record, const QString &place) override;
    bool setAside(const SetAside &item) override;
    void warn(const QString &text) override { m_notes.append(text); }
    bool takeShort(const exchange::ShortPrescriptionBatch &batch) override;
    bool reached(const upstream::FilePosition &position, qint64 done, qint64 size) override;

    /// Stores what is left and marks the file as staged.
    Done finish();
    /// Drops what is not committed.
    void abandon();
    /// Why it stopped the reader; nothing when the user did.
    const std::optional<Error> &error() const { return m_error; }
    const store::ImportFile &file() const { return m_file; }
    /// What the user should know about the file as a whole.
    const QStringList &notes() const { return m_notes; }

private:
    bool stop(const Error &error);
    Done begin();
    Done flush();
    Done flushTable(const QString &table);
    Done commit();
    Done savePosition();
    Done shortWriter();
    Done closeShortWriter();

    store::Connection &m_connection;
    StagingContext m_context;
    store::ImportFile m_file;
    qint64 m_storedPosition; ///< as in the database: another import at work would have moved it
    bool m_isLines;
    std::function<bool(qint64, qint64)> m_progress;

    std::unique_ptr<store::Transaction> m_transaction;
    std::unique_ptr<store::BulkWriter> m_short; ///< open across batches; excludes other statements
    std::vector<std::pair<exchange::Record, qint64>> m_records;
    QVector<SetAside> m_aside;
    QStringList m_notes;
    qint64 m_uncommitted = 0;
    std::optional<Error> m_error;
};

} // namespace renewal::operations
