// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importer.h"

#include "app/operations/importapply.h"
#include "app/operations/importfiles.h"
#include "app/operations/importkinds.h"
#include "app/operations/stagingwriter.h"
#include "app/store/connection.h"
#include "app/store/dialect.h"
#include "app/store/transaction.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
/// After so many records the planner's statistics are out of date.
constexpr qint64 manyRecords = 100000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Importer", text);
}

/// Faults of a file; all others are faults of the machine or the database, and end the import.
bool isFileFault(ErrorCode code)
{
    return code == ErrorCode::InvalidInput || code == ErrorCode::Unsupported || code == ErrorCode::TooLarge ||
           code == ErrorCode::NotFound;
}

tl::unexpected<Error> cancelled()
{
    return failure(ErrorCode::Cancelled, tr("The import was cancelled; nothing was changed."));
}
} // namespace

Importer::Importer(store::Connection &connection, const Clock &clock, ProgressHandler progress)
    : m_connection(connection)
    , m_clock(clock)
    , m_progress(std::move(progress))
{
}

bool Importer::tell(ImportProgress::Phase phase, const QString &fileName, qint64 done) const
{
    return !m_progress || m_progress({phase, fileName, m_before + done, m_size});
}

Result<ImportResult> Importer::run(const ImportRequest &request)
{
    const store::Dialect &dialect = m_connection.dialect();
    if (!dialect.beginBulk().isEmpty()) {
        if (const auto begun = m_connection.script(dialect.beginBulk()); !begun)
            return failure(begun.error());
    }
    auto result = importFiles(request);
    if (!dialect.endBulk().isEmpty()) {
        if (const auto ended = m_connection.script(dialect.endBulk()); !ended && result)
            return failure(ended.error());
    }
    return result;
}

Result<ImportResult> Importer::importFiles(const ImportRequest &request)
{
    ImportResult result;
    result.name = request.name;
    result.extract = request.extract;
    inspect(request, result);
    if (const auto checked = checkContents(result); !checked)
        return failure(checked.error());
    if (m_sources.empty())
        return result;
    auto import = openImport(request, result);
    if (!import)
        return failure(import.error());
    Done done = stageAll(*import, result);
    const bool anyStaged =
        std::any_of(import->files.cbegin(), import->files.cend(),
                    [](const store::ImportFile &file) { return file.state == u"staged"_s; });
    if (done && !anyStaged) {
        const auto closed = close(import->id, u"failed"_s, tr("No file could be read."));
        return closed ? Result<ImportResult>(result) : failure(closed.error());
    }
    if (done)
        done = apply(*import, request, result);
    if (!done) {
        // Cancelled leaves nothing; a fault of the machine leaves what is staged, to go on from later.
        if (done.error().code == ErrorCode::Cancelled) {
            if (const auto closed = close(import->id, u"cancelled"_s, done.error().text); !closed)
                return failure(closed.error());
            return cancelled();
        }
        return failure(done.error());
    }
    if (const auto reported = report(*import, result); !reported)
        return failure(reported.error());
    return result;
}

/// Finds out what each file is. Those that can be imported become m_sources, in the order of import.
void Importer::inspect(const ImportRequest &request, ImportResult &result)
{
    m_sources.clear();
    for (const ImportInput &input : request.passedOver)
        result.files.append(
            {input.fileName, FileOutcome::PassedOver, {}, {}, 0, 0, passedOverReason(input.fileName), {}});
    for (const ImportInput &input : request.files) {
        FileResult file;
        file.fileName = input.fileName;
        auto reader = upstream::FileReader::open(input.path);
        QString reason = reader ? QString() : reader.error().text;
        if (reader) {
            file.kind = exchange::toString(reader->kind());
            file.kindTitle = exchange::fileKindTitle(reader->kind());
            reason = refusal(*reader);
        }
        if (!reason.isEmpty()) {
            file.outcome = FileOutcome::Refused;
            file.reason = reason;
        } else {
            m_sources.push_back({input,
                                 *reader,
                                 {},
                                 QFileInfo(input.path).size(),
                                 static_cast<std::size_t>(result.files.size())});
        }
        result.files.append(file);
    }
    // Sorted, so that the order on the command line does not decide which of two equal records counts.
    std::stable_sort(m_sources.begin(), m_sources.end(),
                     [](const Source &a, const Source &b) { return a.input.fileName < b.input.fileName; });
}

/// Leaves out files whose content went in before, and files that are there twice.
Done Importer::checkContents(ImportResult &result)
{
    m_before = 0;
    m_size = 0;
    for (const Source &source : m_sources)
        m_size += source.size;
    std::vector<Source> fresh;
    for (Source &source : m_sources) {
        FileResult &file = result.files[static_cast<qsizetype>(source.result)];
        const auto hash = upstream::contentHash(source.input.path, [&](qint64 done, qint64) {
            return tell(ImportProgress::Phase::Checking, source.input.fileName, done);
        });
        m_before += source.size;
        if (!hash && hash.error().code == ErrorCode::Cancelled)
            return cancelled();
        if (!hash) {
            file.outcome = FileOutcome::Refused;
            file.reason = hash.error().text;
            continue;
        }
        source.sha256 = QString::fromLatin1(hash->toHex());
        auto reason = earlier(result.extract, source.sha256);
        if (!reason)
            return failure(reason.error());
        for (const Source &other : fresh) {
            if (other.sha256 == source.sha256)
                *reason = tr("It holds the same as %1.").arg(other.input.fileName);
        }
        if (reason->isEmpty()) {
            fresh.push_back(std::move(source));
        } else {
            file.outcome = FileOutcome::AlreadyImported;
            file.reason = *reason;
        }
    }
    m_sources = std::move(fresh);
    return ok();
}

/// Says when this content went in; empty when it did not, or not as a whole.
Result<QString> Importer::earlier(const QString &extract, const QString &sha256)
{
    const auto found = m_connection.first<QString>(
        u"SELECT i.id, i.finished_at FROM import_file f JOIN import i ON i.id = f.import_id "
        "WHERE f.sha256 = ? AND f.state = 'staged' AND i.extract = ? AND i.state = 'applied' "
        "ORDER BY i.id LIMIT 1"_s,
        {sha256, extract.isNull() ? u""_s : extract}, [](const store::Row &row) {
            return tr("Already imported on %1 as import %2; nothing changed.")
                .arg(row.instant(1).toString(u"yyyy-MM-dd HH:mm 'UTC'"_s))
                .arg(row.number(0));
        });
    if (!found)
        return failure(found.error());
    return found->value_or(QString());
}

/// The interrupted import of the same contents, or a new one. What other imports left is deleted.
Result<store::Import> Importer::openImport(const ImportRequest &request, ImportResult &result)
{
    store::ImportRepository imports(m_connection);
    QStringList contents;
    for (const Source &source : m_sources)
        contents.append(source.sha256);
    auto resumable = imports.resumable(request.extract, contents);
    if (!resumable)
        return failure(resumable.error());
    result.resumed = resumable->has_value();
    if (const auto discarded = discardOthers(result.resumed ? (*resumable)->id : ImportId()); !discarded)
        return failure(discarded.error());
    if (result.resumed) {
        result.id = (*resumable)->id;
        return **resumable;
    }
    store::Import import;
    import.name = request.name;
    import.extract = request.extract;
    import.startedAt = m_clock.now();
    for (const Source &source : m_sources) {
        store::ImportFile file;
        file.number = static_cast<int>(import.files.size());
        file.fileName = source.input.fileName;
        file.sha256 = source.sha256;
        file.kind = exchange::toString(source.reader.kind());
        file.byteCount = source.size;
        import.files.append(file);
    }
    const auto id = imports.insert(import);
    if (!id)
        return failure(id.error());
    import.id = *id;
    result.id = *id;
    return import;
}

Result<qint64> Importer::discardInterrupted()
{
    return discardOthers({});
}

Result<qint64> Importer::discardOthers(ImportId keep)
{
    const auto open = m_connection.rows<ImportId>(
        u"SELECT id FROM import WHERE state = 'staging' AND id <> ?"_s, {keep.value},
        [](const store::Row &row) { return ImportId{row.number(0)}; });
    if (!open)
        return failure(open.error());
    if (const auto swept = sweep(); !swept)
        return failure(swept.error());
    for (const ImportId id : *open) {
        if (const auto closed = close(id, u"cancelled"_s, tr("It was interrupted and not taken up again."));
            !closed)
            return failure(closed.error());
    }
    return open->size();
}

/// Deletes what an import left that was interrupted after it had become visible.
Done Importer::sweep()
{
    for (const QString &table : stagingTableNames()) {
        const auto swept = m_connection.run(
            u"DELETE FROM %1 WHERE import_id IN (SELECT id FROM import WHERE state <> 'staging')"_s.arg(
                table));
        if (!swept)
            return failure(swept.error());
    }
    return ok();
}

/// Ends an import without effect.
Done Importer::close(ImportId id, const QString &state, const QString &errorText)
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    // First the row, which waits for an import that is just being stored and leaves a stored one alone.
    const auto closed = m_connection.run(
        u"UPDATE import SET state = ?, error_text = ?, finished_at = ? WHERE id = ? AND state = 'staging'"_s,
        {state, errorText, m_clock.now().toMSecsSinceEpoch(), id.value});
    if (!closed)
        return failure(closed.error());
    if (*closed == 0)
        return transaction->commit();
    if (auto cleared = store::ImportRepository(m_connection).clearStaging(id); !cleared)
        return cleared;
    return transaction->commit();
}

Done Importer::stageAll(store::Import &import, ImportResult &result)
{
    m_before = 0;
    for (const Source &source : m_sources) {
        for (store::ImportFile &file : import.files) {
            if (file.sha256 != source.sha256 || file.state == u"staged"_s)
                continue;
            if (auto staged = stageFile(source, import, file, result); !staged)
                return staged;
        }
        m_before += source.size;
    }
    return ok();
}

Done Importer::stageFile(const Source &source, const store::Import &import, store::ImportFile &file,
                         ImportResult &result)
{
    const bool isLines = source.reader.layout() == upstream::FileReader::Layout::Lines;
    file.state = u"staging"_s;
    StagingWriter writer(m_connection, {import.id, import.extract}, file, isLines, [&](qint64 done, qint64) {
        return tell(ImportProgress::Phase::Reading, file.fileName, done);
    });
    // A line's number is counted anew from its position; records count themselves.
    upstream::FilePosition from{isLines ? file.position : 0, 0, file.taken + file.setAside};
    Done done = source.reader.read(writer, from);
    if (done)
        done = writer.finish();
    file = writer.file();
    FileResult &told = result.files[static_cast<qsizetype>(source.result)];
    told.notes = writer.notes();
    if (done)
        return ok();
    writer.abandon();
    if (writer.error())
        return failure(*writer.error());
    if (!isFileFault(done.error().code))
        return done;
    told.outcome = FileOutcome::Refused;
    told.reason = done.error().text;
    return dropFile(import.id, file);
}

/// Takes a file that turned out to be damaged out of the import again.
Done Importer::dropFile(ImportId id, store::ImportFile &file)
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    for (const QString &table : stagingTableNames()) {
        const auto dropped = m_connection.run(
            u"DELETE FROM %1 WHERE import_id = ? AND seq >= ? AND seq < ?"_s.arg(table),
            {id.value, StagingPlace::firstOf(file.number), StagingPlace::firstOf(file.number + 1)});
        if (!dropped)
            return failure(dropped.error());
    }
    const auto aside = m_connection.run(u"DELETE FROM import_set_aside WHERE import_id = ? AND file = ?"_s,
                                        {id.value, file.fileName});
    if (!aside)
        return failure(aside.error());
    file.state = u"refused"_s;
    file.position = 0;
    file.taken = 0;
    file.setAside = 0;
    if (auto updated = store::ImportRepository(m_connection).updateFile(id, file); !updated)
        return updated;
    return transaction->commit();
}

Done Importer::apply(store::Import &import, const ImportRequest &request, ImportResult &result)
{
    qint64 records = 0;
    for (const store::ImportFile &file : std::as_const(import.files))
        records += file.taken;
    if (records > manyRecords) {
        if (auto analyzed = m_connection.script(m_connection.dialect().analyze()); !analyzed)
            return analyzed;
    }
    ImportApply apply(m_connection, import, m_clock.now(), request,
                      [this] { return tell(ImportProgress::Phase::Storing, {}, 0); });
    if (auto applied = apply.run(); !applied)
        return applied;
    result.figures = apply.figures();
    result.stations = apply.stations();
    // Visible now: what the staging tables still hold is of no more use. Should this be interrupted, the next
    // import finds the rows of a finished one and deletes them.
    return store::ImportRepository(m_connection).clearStaging(import.id);
}

Done Importer::report(const store::Import &import, ImportResult &result)
{
    store::ImportRepository imports(m_connection);
    const auto count = imports.setAsideCount(import.id);
    const auto shown = imports.setAside(import.id, ImportResult::shownSetAside);
    if (!count || !shown)
        return failure(count ? shown.error() : count.error());
    result.setAsideCount = *count;
    result.setAside = *shown;
    result.counts = import.counts;
    for (const Source &source : m_sources) {
        for (const store::ImportFile &file : import.files) {
            if (file.sha256 == source.sha256)
                result.tell(static_cast<qsizetype>(source.result), file);
        }
    }
    return ok();
}

} // namespace renewal::operations
