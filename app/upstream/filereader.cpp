// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/filereader.h"

#include "app/upstream/countingsink.h"
#include "app/upstream/elementreader.h"
#include "app/upstream/lineblocks.h"
#include "models/exchange/csv.h"
#include "models/exchange/csvrecords.h"
#include "models/exchange/documentreader.h"
#include "models/exchange/recordreader.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <cstring>

namespace renewal::upstream {

using exchange::FileKind;

namespace {
constexpr qint64 pieceSize = 1024LL * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("FileReader", text);
}

QString linePlace(qint64 line)
{
    return tr("line %1").arg(line);
}

tl::unexpected<Error> stopped()
{
    return failure(ErrorCode::Cancelled, tr("The import was cancelled."));
}

/// Reads until `size` bytes are there or the file ends.
Result<QByteArray> readUpTo(ByteSource &source, qint64 size)
{
    QByteArray bytes;
    while (bytes.size() < size) {
        const qsizetype before = bytes.size();
        const qint64 piece = std::min(pieceSize, size - before);
        bytes.resize(before + piece);
        const auto got = source.read(bytes.data() + before, piece);
        if (!got)
            return failure(got.error());
        bytes.resize(before + *got);
        if (*got == 0)
            break;
    }
    return bytes;
}

bool isBlank(QByteArrayView text)
{
    return text.trimmed().isEmpty();
}

/// Brings the source to the position; the result is the number of the line there, counted when not known.
Result<qint64> lineAt(ByteSource &source, const FilePosition &position)
{
    if (position.line > 0) {
        const auto skipped = source.skip(position.byte);
        return skipped ? Result<qint64>(position.line) : failure(skipped.error());
    }
    qint64 line = 1;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (qint64 left = position.byte; left > 0;) {
        const auto got = source.read(piece.data(), std::min(pieceSize, left));
        if (!got)
            return failure(got.error());
        if (*got == 0)
            return failure(ErrorCode::InvalidInput, tr("The file is shorter than before; import it again."));
        line += QByteArrayView(piece).first(*got).count('\n');
        left -= *got;
    }
    return line;
}

/// Calls `each(line, number)` for every line that is not blank; false when it stopped.
template <class Each>
bool forEachLine(const LineBlock &block, const Each &each)
{
    const char *at = block.text.data();
    const char *const end = at + block.text.size();
    for (qint64 number = block.firstLine; at < end; ++number) {
        const auto *stop =
            static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (stop == nullptr)
            stop = end;
        const QByteArrayView line(at, stop);
        at = stop + 1;
        if (!isBlank(line) && !each(line, number))
            return false;
    }
    return true;
}
} // namespace

Result<FileReader> FileReader::open(const QString &path)
{
    const auto source = openByteSource(path);
    if (!source)
        return failure(source.error());
    const auto head = readUpTo(**source, exchange::contentHead);
    if (!head)
        return failure(head.error());
    const auto content = exchange::contentOf(*head);
    if (!content)
        return failure(content.error());
    FileReader reader;
    reader.m_path = path;
    reader.m_kind = content->kind;
    reader.m_layout = content->form;
    reader.m_delimiter = content->delimiter;
    return reader;
}

Done FileReader::read(FileSink &sink, const FilePosition &from) const
{
    if (const QString reason = exchange::refusalReason(m_kind); !reason.isEmpty())
        return failure(ErrorCode::Unsupported, reason);
    const auto source = openByteSource(m_path);
    if (!source)
        return failure(source.error());
    switch (m_layout) {
    case Layout::Csv:
        return readCsv(**source, sink, from);
    case Layout::Document:
        return readDocument(**source, sink, from);
    case Layout::Lines:
        break;
    }
    const auto line = lineAt(**source, from);
    if (!line)
        return failure(line.error());
    const FilePosition start{from.byte, *line, from.records};
    return m_kind == FileKind::ShortPrescriptions ? readShortLines(**source, sink, start)
                                                  : readLines(**source, sink, start);
}

Done FileReader::readLines(ByteSource &source, FileSink &sink, FilePosition from) const
{
    LineBlocks blocks(source, from.byte, from.line);
    CountingSink counted(sink, m_path, from.records);
    exchange::RecordReader records;
    while (true) {
        const auto block = blocks.next();
        if (!block)
            return failure(block.error());
        if (!block->has_value())
            return ok();
        const LineBlock &lines = **block;
        if (!counted.setAsideLines(lines.tooLongLines))
            return stopped();
        const bool goOn = forEachLine(lines, [&](QByteArrayView line, qint64 number) {
            auto record = records.read(line, m_kind);
            return record ? counted.take(std::move(*record), linePlace(number))
                          : counted.setAside({{}, linePlace(number), record.error().text});
        });
        const FilePosition position{lines.end, lines.firstLine + lines.lines, counted.count()};
        if (!goOn || !sink.reached(position, source.rawPosition(), source.rawSize()))
            return stopped();
    }
}

Done FileReader::readShortLines(ByteSource &source, FileSink &sink, FilePosition from) const
{
    LineBlocks blocks(source, from.byte, from.line);
    CountingSink counted(sink, m_path, from.records);
    exchange::ShortPrescriptionParser parser;
    exchange::ShortPrescriptionBatch batch;
    exchange::RecordReader records;
    while (true) {
        const auto block = blocks.next();
        if (!block)
            return failure(block.error());
        if (!block->has_value())
            return ok();
        const LineBlock &lines = **block;
        batch.clear();
        parser.parse(lines.text, lines.firstLine, batch);
        bool goOn = counted.setAsideLines(lines.tooLongLines) && counted.takeShort(batch);
        for (const auto &full : batch.full) {
            if (!goOn)
                break;
            auto record =
                records.read(QByteArrayView(full.text.data(), static_cast<qsizetype>(full.text.size())),
                             FileKind::Prescriptions);
            goOn = record ? counted.take(std::move(*record), linePlace(full.line))
                          : counted.setAside({{}, linePlace(full.line), record.error().text});
        }
        const FilePosition position{lines.end, lines.firstLine + lines.lines, counted.count()};
        if (!goOn || !sink.reached(position, source.rawPosition(), source.rawSize()))
            return stopped();
    }
}

Done FileReader::readDocument(ByteSource &source, FileSink &sink, const FilePosition &from) const
{
    auto text = readUpTo(source, wholeDocument + 1);
    if (!text)
        return failure(text.error());
    if (text->size() > wholeDocument) {
        text->clear();
        const auto again = openByteSource(m_path);
        return again ? readElements(**again, sink, from) : Done(failure(again.error()));
    }
    const qsizetype size = text->size();
    text->append(exchange::jsonPadding, ' ');
    CountingSink counted(sink, m_path, 0, from.records);
    auto done = exchange::readDocument(QByteArrayView(text->constData(), size), m_kind, counted);
    if (!done)
        return done;
    const FilePosition position{0, 1, counted.count()};
    return sink.reached(position, source.rawSize(), source.rawSize()) ? ok() : Done(stopped());
}

Done FileReader::readElements(ByteSource &source, FileSink &sink, const FilePosition &from) const
{
    constexpr qint64 recordsPerStep = 2000;
    ElementReader elements(source);
    CountingSink counted(sink, m_path, 0, from.records);
    exchange::RecordReader records;
    while (true) {
        const auto next = elements.next();
        if (!next)
            return failure(next.error());
        const bool atEnd = !next->has_value();
        bool goOn = true;
        if (!atEnd && counted.isSkipping()) {
            counted.skipOne();
        } else if (!atEnd) {
            const JsonElement &element = **next;
            const QByteArrayView json(element.json.data(), static_cast<qsizetype>(element.json.size()));
            auto record = element.tooLong ? Result<exchange::Record>(failure(CountingSink::tooLong()))
                                          : records.read(json, m_kind);
            goOn = record ? counted.take(std::move(*record), element.place)
                          : counted.setAside({{}, element.place, record.error().text});
        }
        const bool isStep = atEnd || (!counted.isSkipping() && counted.count() % recordsPerStep == 0);
        if (isStep && goOn)
            goOn = sink.reached({0, 1, counted.count()}, source.rawPosition(), source.rawSize());
        if (!goOn)
            return stopped();
        if (atEnd)
            return ok();
    }
}

Done FileReader::readCsv(ByteSource &source, FileSink &sink, const FilePosition &from) const
{
    exchange::CsvParser parser(m_delimiter);
    std::optional<exchange::CsvRecords> columns;
    CountingSink counted(sink, m_path, 0, from.records);
    const auto row = [&](const exchange::CsvRow &row) {
        if (!columns) {
            if (auto header = exchange::CsvRecords::fromHeader(row.fields))
                columns = *header;
            return columns.has_value();
        }
        auto record = row.unterminated ? Result<exchange::Record>(failure(ErrorCode::InvalidInput,
                                                                          tr("a quoted field does not end")))
                                       : columns->read(row.fields);
        return record ? counted.take(std::move(*record), linePlace(row.line))
                      : counted.setAside({{}, linePlace(row.line), record.error().text});
    };
    QByteArray piece(pieceSize, Qt::Uninitialized);
    while (true) {
        const auto got = source.read(piece.data(), piece.size());
        if (!got)
            return failure(got.error());
        const bool goOn = *got > 0 ? parser.feed(QByteArrayView(piece).first(*got), row) : parser.finish(row);
        if (!goOn || (!counted.isSkipping() &&
                      !sink.reached({0, 1, counted.count()}, source.rawPosition(), source.rawSize())))
            return stopped();
        if (*got == 0)
            return ok();
    }
}

Result<QByteArray> contentHash(const QString &path, const std::function<bool(qint64, qint64)> &progress)
{
    const auto source = openByteSource(path);
    if (!source)
        return failure(source.error());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(pieceSize, Qt::Uninitialized);
    while (true) {
        const auto got = (*source)->read(piece.data(), piece.size());
        if (!got)
            return failure(got.error());
        if (*got == 0)
            return hash.result();
        hash.addData(QByteArrayView(piece).first(*got));
        if (progress && !progress((*source)->rawPosition(), (*source)->rawSize()))
            return stopped();
    }
}

} // namespace renewal::upstream
