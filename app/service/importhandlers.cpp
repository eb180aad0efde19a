// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/importreports.h"
#include "app/service/importwork.h"
#include "app/service/uploads.h"
#include "models/rest/restimports.h"
#include "models/rest/restsystem.h"

#include <QCoreApplication>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostPieces = 100'000;
constexpr qsizetype longestExtract = 200;

QByteArray locationOf(ImportId id)
{
    return "/api/v1/imports/" + QByteArray::number(id.value);
}

Answer jobAnswer(const Job &job)
{
    return jsonAnswer(toJson(job), 202).with("Location", "/api/v1/jobs/" + job.id.toLatin1());
}

qint64 now(const Workplace &workplace)
{
    return workplace.clock.now().toMSecsSinceEpoch();
}

/// The id under which a report is kept: an upload's own id stands for it as long as the service runs.
ImportId keptId(const Workplace &workplace, ImportId id)
{
    const auto upload = workplace.uploads.report(id);
    return upload ? upload->kept : id;
}

/// The kept report, or the upload that has none yet.
Result<ImportReport> reportFor(const Workplace &workplace, ImportId id)
{
    auto upload = workplace.uploads.report(id);
    if (upload)
        return upload;
    const auto connection = workplace.connection();
    if (!connection)
        return failure(connection.error());
    store::ImportRepository imports(**connection);
    const auto import = imports.find(id);
    if (!import)
        return failure(import.error());
    auto report = keptReport(**connection, *import);
    const auto first = imports.setAside(id, operations::ImportResult::shownSetAside);
    if (!report || !first)
        return failure(report ? first.error() : report.error());
    report->setAside = *first;
    return report;
}

std::optional<Answer> readHead(const Call &call, UploadHead &head)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return refused;
    rest::ObjectReader reader(body);
    reader.need("fileName"_L1);
    head.fileName = reader.text("fileName"_L1);
    head.extract = reader.text("extract"_L1).trimmed();
    head.bytes = reader.integer("bytes"_L1);
    head.replaceFigures = reader.boolean("replaceFigures"_L1);
    head.actor = call.actor;
    if (head.extract.size() > longestExtract)
        reader.refuse("extract"_L1, QCoreApplication::translate("Service", "The text is too long."));
    if (!reader.errors().isEmpty())
        return problemAnswer(reader.errors());
    return std::nullopt;
}
} // namespace

Answer beginImport(Workplace &workplace, const Call &call)
{
    UploadHead head;
    if (auto refused = readHead(call, head))
        return *refused;
    if (const auto refused = workplace.uploads.refusal({}, head.bytes))
        return problemAnswer(refused->status, refused->text);
    const auto begun = workplace.uploads.begin(head, now(workplace));
    if (!begun && begun.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"fileName"_s, begun.error().text}});
    return answered(begun, [](const ImportReport &report) {
        return jsonAnswer(toJson(report), 201).with("Location", locationOf(report.id));
    });
}

Answer listImports(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const int limit = reader.limit();
    const QString cursor = reader.text(u"cursor"_s, 1000);
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto stored = store::ImportRepository(**connection).page(cursor, limit);
    if (!stored && stored.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"cursor"_s, stored.error().text}}, 400);
    if (!stored)
        return problemAnswer(stored.error());
    Page<ImportReport> page{{}, stored->next, stored->total};
    for (const store::Import &import : stored->items) {
        const auto report = keptReport(**connection, import);
        if (!report)
            return problemAnswer(report.error());
        page.items.append(*report);
    }
    return jsonAnswer(rest::pageJson(page));
}

Answer readImport(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ImportId>(call);
    if (!id)
        return notFound();
    return answered(reportFor(workplace, *id),
                    [](const ImportReport &report) { return jsonAnswer(toJson(report)); });
}

Answer cancelImport(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ImportId>(call);
    if (!id)
        return notFound();
    if (const QString job = workplace.uploads.jobOf(*id); !job.isEmpty())
        (void)workplace.jobs.cancel(job); // forgotten means over
    else
        workplace.uploads.giveUp(*id);
    return answered(reportFor(workplace, *id),
                    [](const ImportReport &report) { return jsonAnswer(toJson(report)); });
}

Answer listSetAside(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ImportId>(call);
    if (!id)
        return notFound();
    QueryReader reader(call.query);
    const int limit = reader.limit();
    const QString cursor = reader.text(u"cursor"_s, 1000);
    if (auto refused = reader.refusal())
        return *refused;
    const auto report = reportFor(workplace, *id);
    if (!report)
        return problemAnswer(report.error());
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto page =
        store::ImportRepository(**connection).setAsidePage(keptId(workplace, *id), cursor, limit);
    if (!page && page.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"cursor"_s, page.error().text}}, 400);
    return answered(page, [](const Page<SetAside> &found) { return jsonAnswer(rest::pageJson(found)); });
}

Answer putPiece(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ImportId>(call);
    bool isNumber = false;
    const int piece = call.arguments.value(1).toInt(&isNumber);
    if (!id || !isNumber || piece < 0 || piece >= mostPieces)
        return notFound();
    if (const auto refused = workplace.uploads.refusal(*id, call.body.size()))
        return problemAnswer(refused->status, refused->text);
    const Done done = workplace.uploads.putPiece(*id, piece, call.body, now(workplace));
    return done ? Answer{204, "text/plain", {}, {}} : problemAnswer(done.error());
}

Answer finishImport(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ImportId>(call);
    if (!id)
        return notFound();
    // A sender that did not get the answer asks again.
    if (const QString known = workplace.uploads.jobOf(*id); !known.isEmpty())
        return answered(workplace.jobs.find(known), [](const Job &job) { return jobAnswer(job); });
    if (const Done closed = workplace.uploads.close(*id); !closed)
        return problemAnswer(closed.error());
    const Job job = workplace.jobs.start(u"import"_s, importWork(workplace, *id));
    workplace.uploads.setJob(*id, job.id);
    return jobAnswer(job);
}

} // namespace renewal::service::handlers
