// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/intaketaking.h"

#include "app/operations/importapply.h"
#include "app/operations/stagingwriter.h"
#include "app/store/intakerepository.h"
#include "models/exchange/intakepage.h"

#include <utility>
#include <vector>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
Result<store::Import> begin(store::Connection &connection, IntakeSource source, const QDateTime &now)
{
    store::Import import;
    import.name = toString(source);
    import.startedAt = now;
    store::ImportFile file;
    file.fileName = toString(source);
    file.kind = toString(source);
    import.files.append(file);
    const auto id = store::ImportRepository(connection).insert(import);
    if (!id)
        return failure(id.error());
    import.id = *id;
    if (const Done marked = store::IntakeRepository(connection).markImport(*id); !marked)
        return failure(marked.error());
    return import;
}

Done stageRecords(store::Connection &connection, store::Import &import,
                  const std::vector<const exchange::IntakeRecord *> &records)
{
    StagingWriter writer(connection, {import.id, import.extract}, import.files.constFirst(), false, {});
    for (const exchange::IntakeRecord *record : records) {
        const bool goesOn = record->record
                                ? writer.take(exchange::Record(*record->record), record->place)
                                : writer.setAside({import.name, record->place, record->record.error().text});
        if (!goesOn)
            return failure(writer.error().value_or(Error{ErrorCode::Internal, {}, u"staging stopped"_s}));
    }
    if (const Done done = writer.finish(); !done)
        return done;
    import.files.first() = writer.file();
    return ok();
}
} // namespace

Result<IntakeCounts> takeRecords(store::Connection &connection, IntakeSource source,
                                 const exchange::IntakePage &page, const QDateTime &now)
{
    std::vector<const exchange::IntakeRecord *> fresh;
    store::IntakeRepository repository(connection);
    for (const exchange::IntakeRecord &record : page.records) {
        const auto isNew = repository.note(source, record.hash, now);
        if (!isNew)
            return failure(isNew.error());
        if (*isNew)
            fresh.push_back(&record);
    }
    if (fresh.empty())
        return IntakeCounts{};
    auto import = begin(connection, source, now);
    if (!import)
        return failure(import.error());
    if (const Done staged = stageRecords(connection, *import, fresh); !staged)
        return failure(staged.error());
    ImportRequest request{import->name, import->extract, {}, {}};
    request.actor = u"intake"_s;
    ImportApply apply(connection, *import, now, request, [] { return true; });
    if (const Done applied = apply.run(); !applied)
        return failure(applied.error());
    if (const Done cleared = store::ImportRepository(connection).clearStaging(import->id); !cleared)
        return failure(cleared.error());
    const store::ImportFile &file = std::as_const(import->files).constFirst();
    return IntakeCounts{file.taken, file.setAside};
}

} // namespace renewal::operations
