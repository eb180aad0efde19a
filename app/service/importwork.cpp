// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/importwork.h"

#include "app/operations/importer.h"
#include "app/operations/importoutcome.h"
#include "app/service/importreports.h"
#include "app/service/uploads.h"
#include "app/service/workplace.h"

#include <QCoreApplication>

#include <memory>

namespace renewal::service {

using namespace Qt::StringLiterals;
using operations::ImportProgress;

namespace {
/// Settles an upload when the last copy of the work that owns it goes, unless that did so itself.
class Settling
{
public:
    Settling(Uploads &uploads, ImportId upload)
        : m_uploads(uploads)
        , m_upload(upload)
    {
    }
    Settling(const Settling &) = delete;
    Settling &operator=(const Settling &) = delete;
    ~Settling() { m_uploads.giveUp(m_upload); }

    Uploads &uploads() const { return m_uploads; }
    ImportId upload() const { return m_upload; }

private:
    Uploads &m_uploads;
    ImportId m_upload;
};

double partDone(const ImportProgress &progress)
{
    const double part =
        progress.size > 0 ? static_cast<double>(progress.done) / static_cast<double>(progress.size) : 0;
    switch (progress.phase) {
    case ImportProgress::Phase::Checking:
        return 0.1 * part;
    case ImportProgress::Phase::Reading:
        return 0.1 + 0.8 * part;
    case ImportProgress::Phase::Storing:
        break;
    }
    return 0.9;
}

QString phaseText(const ImportProgress &progress)
{
    switch (progress.phase) {
    case ImportProgress::Phase::Checking:
        return QCoreApplication::translate("Service", "Checking the file.");
    case ImportProgress::Phase::Reading:
        return QCoreApplication::translate("Service", "Reading the file.");
    case ImportProgress::Phase::Storing:
        break;
    }
    return QCoreApplication::translate("Service", "Storing what was read.");
}

/// Puts the pieces together and imports the file: runs in the job thread.
Result<ImportReport> importUpload(const Settling &work, const Clock &clock, store::Connection &connection,
                                  JobProgress &progress)
{
    const auto file = work.uploads().assemble(work.upload());
    if (!file)
        return failure(file.error());
    operations::ImportRequest request;
    request.name = file->fileName;
    request.extract = file->extract;
    request.actor = file->actor;
    request.replaceFigures = file->replaceFigures;
    request.files = {{file->path, file->fileName}};
    operations::Importer importer(connection, clock, [&](const ImportProgress &now) {
        return progress.tell(partDone(now), phaseText(now));
    });
    const auto result = importer.run(request);
    if (!result)
        return failure(result.error());
    ImportReport report = importReport(*result);
    report.kept = result->id;
    if (!report.kept.isValid() || report.state != "finished"_L1) {
        const auto kept = operations::keepWithoutEffect(connection, request, *result, clock.now());
        if (!kept)
            return failure(kept.error());
        report.kept = *kept;
    }
    report.finishedAt = clock.now();
    return report;
}
} // namespace

JobRunner::Work importWork(const Workplace &workplace, ImportId upload)
{
    return [work = std::make_shared<const Settling>(workplace.uploads, upload), &clock = workplace.clock](
               store::Connection &connection, JobProgress &progress) -> Result<QString> {
        const auto report = importUpload(*work, clock, connection, progress);
        if (!report) {
            ImportReport failed;
            failed.state = report.error().code == ErrorCode::Cancelled ? u"cancelled"_s : u"failed"_s;
            failed.text = report.error().text;
            work->uploads().settle(work->upload(), failed);
            return failure(report.error());
        }
        work->uploads().settle(work->upload(), *report);
        if (report->state != "finished"_L1)
            return failure(ErrorCode::InvalidInput, report->text);
        return report->text;
    };
}

} // namespace renewal::service
