// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/stagingwriter.h"

#include "app/store/connection.h"

#include <QCoreApplication>
#include <QSet>

#include <array>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using exchange::Record;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Importer", text);
}

/// The last number in a place: 17 of "line 17", 3 of "data[3]".
qint64 numberIn(const QString &place)
{
    qsizetype end = place.size();
    while (end > 0 && !place.at(end - 1).isDigit())
        --end;
    qsizetype begin = end;
    while (begin > 0 && place.at(begin - 1).isDigit())
        --begin;
    return QStringView(place).sliced(begin, end - begin).toLongLong();
}
} // namespace

StagingWriter::StagingWriter(store::Connection &connection, StagingContext context, store::ImportFile file,
                             bool isLines, std::function<bool(qint64, qint64)> progress)
    : m_connection(connection)
    , m_context(std::move(context))
    , m_file(std::move(file))
    , m_storedPosition(m_file.position)
    , m_isLines(isLines)
    , m_progress(std::move(progress))
{
}

StagingWriter::~StagingWriter()
{
    abandon();
}

void StagingWriter::abandon()
{
    m_short.reset();
    m_transaction.reset();
    m_records.clear();
    m_aside.clear();
}

bool StagingWriter::stop(const Error &error)
{
    m_error = error;
    return false;
}

Done StagingWriter::begin()
{
    if (m_transaction)
        return ok();
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    m_transaction = std::make_unique<store::Transaction>(std::move(*transaction));
    return ok();
}

bool StagingWriter::take(Record &&record, const QString &place)
{
    if (const auto *problem = std::get_if<UpstreamError>(&record))
        return setAside(
            {m_file.fileName, place,
             tr("the upstream answered with the error %1 instead of data: %2")
                 .arg(problem->code, problem->detail.isEmpty() ? problem->title : problem->detail)});
    const qint64 number = numberIn(place);
    const bool isLine = m_isLines;
    const qint64 seq = isLine ? StagingPlace::ofLine(m_file.number, number)
                              : StagingPlace::ofRecord(m_file.number, m_file.taken + m_file.setAside + 1);
    m_records.emplace_back(std::move(record), seq);
    ++m_file.taken;
    ++m_uncommitted;
    if (m_records.size() < recordsInMemory)
        return true;
    const auto flushed = flush();
    return flushed || stop(flushed.error());
}

bool StagingWriter::setAside(const SetAside &item)
{
    m_aside.append({m_file.fileName, item.place, item.reason});
    ++m_file.setAside;
    ++m_uncommitted;
    if (m_aside.size() < static_cast<qsizetype>(recordsInMemory))
        return true;
    const auto flushed = flush();
    return flushed || stop(flushed.error());
}

bool StagingWriter::takeShort(const exchange::ShortPrescriptionBatch &batch)
{
    if (const auto opened = shortWriter(); !opened)
        return stop(opened.error());
    const QByteArray extractUtf8 = m_context.extract.toUtf8();
    const std::string_view extract(extractUtf8.constData(), static_cast<std::size_t>(extractUtf8.size()));
    std::array<store::Cell, 8> cells{std::int64_t{m_context.import.value}, std::int64_t{0}, extract};
    for (const auto &item : batch.items) {
        cells[1] = std::int64_t{StagingPlace::ofLine(m_file.number, item.line)};
        cells[3] = item.patientKey;
        cells[4] = item.prescriberId;
        cells[5] = item.station.substr(0, 3);
        cells[6] = item.station;
        cells[7] = item.orderedDate;
        if (const auto added = m_short->addRow(cells); !added)
            return stop(added.error());
    }
    m_file.taken += static_cast<qint64>(batch.items.size());
    m_uncommitted += static_cast<qint64>(batch.items.size());
    return true;
}

bool StagingWriter::reached(const upstream::FilePosition &position, qint64 done, qint64 size)
{
    m_file.position = m_isLines ? position.byte : position.records;
    if (m_uncommitted >= recordsPerTransaction) {
        if (const auto committed = commit(); !committed)
            return stop(committed.error());
    }
    return !m_progress || m_progress(done, size);
}

Done StagingWriter::shortWriter()
{
    if (m_short)
        return ok();
    if (auto begun = begin(); !begun)
        return begun;
    const StagingTable &table = stagingTable(Record(ShortPrescription()));
    auto writer = store::BulkWriter::open(m_connection, table.name, table.columns);
    if (!writer)
        return failure(writer.error());
    m_short = std::make_unique<store::BulkWriter>(std::move(*writer));
    return ok();
}

Done StagingWriter::closeShortWriter()
{
    if (!m_short)
        return ok();
    auto finished = m_short->finish();
    m_short.reset();
    return finished;
}

Done StagingWriter::flushTable(const QString &table)
{
    std::unique_ptr<store::BulkWriter> writer;
    for (const auto &[record, seq] : m_records) {
        const StagingTable &target = stagingTable(record);
        if (target.name != table)
            continue;
        if (!writer) {
            auto opened = store::BulkWriter::open(m_connection, target.name, target.columns);
            if (!opened)
                return failure(opened.error());
            writer = std::make_unique<store::BulkWriter>(std::move(*opened));
        }
        if (auto staged = stage(*writer, m_context, seq, record); !staged)
            return staged;
    }
    return writer ? writer->finish() : ok();
}

/// Hands what waits in memory to the database, table by table: only one bulk writer can be open.
Done StagingWriter::flush()
{
    if (m_records.empty() && m_aside.isEmpty())
        return ok();
    if (auto begun = begin(); !begun)
        return begun;
    if (auto closed = closeShortWriter(); !closed)
        return closed;
    QStringList tables;
    for (const auto &[record, seq] : m_records) {
        if (const QString &name = stagingTable(record).name; !tables.contains(name))
            tables.append(name);
    }
    for (const QString &table : tables) {
        if (auto flushed = flushTable(table); !flushed)
            return flushed;
    }
    m_records.clear();
    if (!m_aside.isEmpty()) {
        store::ImportRepository imports(m_connection);
        const auto first = imports.setAsideCount(m_context.import);
        if (!first)
            return failure(first.error());
        if (auto added = imports.addSetAside(m_context.import, *first, m_aside); !added)
            return added;
        m_aside.clear();
    }
    return ok();
}

/// Writes the file's row only when it stands where this writer left it, and the import is still open: two
/// programs that import the same files would otherwise stage them twice.
Done StagingWriter::savePosition()
{
    const auto changed = m_connection.run(
        u"UPDATE import_file SET position = ?, state = ?, kind = ?, taken = ?, set_aside = ? "
        "WHERE import_id = ? AND number = ? AND position = ? "
        "AND EXISTS (SELECT 1 FROM import WHERE id = ? AND state = 'staging')"_s,
        {m_file.position, m_file.state, m_file.kind, m_file.taken, m_file.setAside, m_context.import.value,
         m_file.number, m_storedPosition, m_context.import.value});
    if (!changed)
        return failure(changed.error());
    if (*changed == 0)
        return failure(ErrorCode::Conflict, tr("Another import took over while this one was running; let it "
                                               "finish, then start this one again."));
    m_storedPosition = m_file.position;
    return ok();
}

Done StagingWriter::commit()
{
    if (auto begun = begin(); !begun)
        return begun;
    if (auto flushed = flush(); !flushed)
        return flushed;
    if (auto closed = closeShortWriter(); !closed)
        return closed;
    if (auto saved = savePosition(); !saved)
        return saved;
    auto committed = m_transaction->commit();
    m_transaction.reset();
    m_uncommitted = 0;
    return committed;
}

Done StagingWriter::finish()
{
    m_file.state = u"staged"_s;
    return commit();
}

} // namespace renewal::operations
