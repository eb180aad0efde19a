// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importoutcome.h"

#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/importrepository.h"
#include "app/store/transaction.h"

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
store::Import rowOf(const ImportRequest &request, const ImportResult &result, const QDateTime &now)
{
    store::Import import;
    import.name = request.name;
    import.extract = request.extract;
    import.state = result.anyRefused() ? u"failed"_s : u"unchanged"_s;
    import.startedAt = now;
    import.finishedAt = now;
    for (const FileResult &file : result.files) {
        store::ImportFile row;
        row.number = static_cast<int>(import.files.size());
        row.fileName = file.fileName;
        row.kind = file.kind;
        row.state = file.outcome == FileOutcome::Refused ? u"refused"_s : u"skipped"_s;
        import.files.append(row);
        if (import.errorText.isEmpty())
            import.errorText = file.reason;
    }
    return import;
}

/// The importer began, and found the damage while reading: it keeps that it failed, not why.
Result<ImportId> keepReason(store::Connection &connection, ImportId id, const QString &reason)
{
    store::ImportRepository imports(connection);
    auto import = imports.find(id);
    if (!import)
        return failure(import.error());
    import->errorText = reason;
    if (const Done updated = imports.update(*import); !updated)
        return failure(updated.error());
    return id;
}
} // namespace

Result<ImportId> keepWithoutEffect(store::Connection &connection, const ImportRequest &request,
                                   const ImportResult &result, const QDateTime &now)
{
    auto transaction = store::Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    const store::Import row = rowOf(request, result, now);
    const auto id = result.id.isValid() ? keepReason(connection, result.id, row.errorText)
                                        : store::ImportRepository(connection).insert(row);
    if (!id)
        return failure(id.error());
    const QString subject = u"import/%1"_s.arg(id->value);
    if (const Done added = store::ChangeRepository(connection).add(u"import"_s, subject); !added)
        return failure(added.error());
    AuditEvent event;
    event.at = now;
    event.actor = request.actor.isEmpty() ? u"import"_s : request.actor;
    event.action = row.state == u"failed" ? u"import.refused"_s : u"import.unchanged"_s;
    event.subject = subject;
    const auto appended = store::AuditRepository(connection).append(event);
    if (!appended)
        return failure(appended.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return *id;
}

} // namespace renewal::operations
