// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importer.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/jobrunner.h"
#include "app/service/uploads.h"
#include "models/rest/restsystem.h"

#include <QCoreApplication>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostPieces = 100'000;
/// Where the prescriber ids of an upload are valid, unless its sender says so: all uploads are one extract.
constexpr char uploadExtract[] = "upload";

QByteArray locationOf(ImportId id)
{
    return "/api/v1/imports/" + QByteArray::number(id.value);
}

Answer jobAnswer(const Job &job)
{
    return jsonAnswer(toJson(job), 202).with("Location", "/api/v1/jobs/" + job.id.toLatin1());
}

double partDone(const operations::ImportProgress &progress)
{
    const double part =
        progress.size > 0 ? static_cast<double>(progress.done) / static_cast<double>(progress.size) : 0;
    switch (progress.phase) {
    case operations::ImportProgress::Phase::Checking:
        return 0.1 * part;
    case operations::ImportProgress::Phase::Reading:
        return 0.1 + 0.8 * part;
    case operations::ImportProgress::Phase::Storing:
        break;
    }
    return 0.9;
}

QString phaseText(const operations::ImportProgress &progress)
{
    switch (progress.phase) {
    case operations::ImportProgress::Phase::Checking:
        return QCoreApplication::translate("Service", "Checking the file.");
    case operations::ImportProgress::Phase::Reading:
        return QCoreApplication::translate("Service", "Reading the file.");
    case operations::ImportProgress::Phase::Storing:
        break;
    }
    return QCoreApplication::translate("Service", "Storing what was read.");
}

ImportReport reportOf(const operations::ImportResult &result)
{
    ImportReport report;
    report.state = result.anyRefused() ? u"failed"_s : u"finished"_s;
    report.taken = result.taken();
    report.setAsideCount = result.setAsideCount;
    report.setAside = result.setAside;
    report.text = result.summary();
    for (const operations::FileResult &file : result.files) {
        if (file.outcome == operations::FileOutcome::Refused)
            report.text = file.reason;
    }
    return report;
}

/// Puts the pieces together and imports the file: runs in the job thread.
Result<ImportReport> importUpload(Uploads &uploads, const Clock &clock, ImportId id,
                                  store::Connection &connection, JobProgress &progress)
{
    const auto upload = uploads.report(id);
    if (!upload)
        return failure(upload.error());
    const auto path = uploads.assemble(id);
    if (!path)
        return failure(path.error());
    operations::Importer importer(connection, clock, [&](const operations::ImportProgress &now) {
        return progress.tell(partDone(now), phaseText(now));
    });
    const auto result =
        importer.run({upload->fileName, QString::fromLatin1(uploadExtract), {{*path, upload->fileName}}, {}});
    if (!result)
        return failure(result.error());
    return reportOf(*result);
}

JobRunner::Work importWork(const Workplace &workplace, ImportId id)
{
    return [&uploads = workplace.uploads, &clock = workplace.clock,
            id](store::Connection &connection, JobProgress &progress) -> Result<QString> {
        const auto report = importUpload(uploads, clock, id, connection, progress);
        if (!report) {
            const bool stopped = report.error().code == ErrorCode::Cancelled;
            ImportReport failed;
            failed.state = stopped ? u"cancelled"_s : u"failed"_s;
            failed.text = report.error().text;
            uploads.settle(id, failed);
            return failure(report.error());
        }
        uploads.settle(id, *report);
        if (report->state != "finished"_L1)
            return failure(ErrorCode::InvalidInput, report->text);
        return report->text;
    };
}
} // namespace

Answer beginImport(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    rest::ObjectReader reader(body);
    reader.need("fileName"_L1);
    const QString name = reader.text("fileName"_L1);
    if (!reader.errors().isEmpty())
        return problemAnswer(reader.errors());
    const auto begun = workplace.uploads.begin(name, workplace.clock.now().toMSecsSinceEpoch());
    if (!begun && begun.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"fileName"_s, begun.error().text}});
    return answered(begun, [](const ImportReport &report) {
        return jsonAnswer(toJson(report), 201).with("Location", locationOf(report.id));
    });
}

Answer readImport(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ImportId>(call);
    if (!id)
        return notFound();
    return answered(workplace.uploads.report(*id),
                    [](const ImportReport &report) { return jsonAnswer(toJson(report)); });
}

Answer putPiece(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ImportId>(call);
    bool isNumber = false;
    const int piece = call.arguments.value(1).toInt(&isNumber);
    if (!id || !isNumber || piece < 0 || piece >= mostPieces)
        return notFound();
    const Done done = workplace.uploads.putPiece(*id, piece, call.body);
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
