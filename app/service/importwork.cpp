// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/importwork.h"

#include "app/operations/importer.h"
#include "app/operations/importoutcome.h"
#include "app/service/importreports.h"
#include "app/service/matchingwork.h"
#include "app/service/uploads.h"
#include "app/service/workplace.h"

#include <QCoreApplication>

#include <memory>

namespace renewal::service {

using namespace Qt::StringLiterals;
using operations::ImportProgress;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportWork)
};

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

struct Imported
{
    ImportReport report;
    QStringList stations; ///< to match
};

/// Puts the pieces together and imports the file: runs in the job thread.
Result<Imported> importUpload(const Settling &work, const Clock &clock, store::Connection &connection,
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
    return Imported{report, result->stations};
}

/// What came in may name a care team, or end what was sure: matching goes over these stations next.
QString matchNext(JobRunner &jobs, const Clock &clock, const QStringList &stations)
{
    if (stations.isEmpty())
        return {};
    jobs.start(QLatin1StringView(matchingJob), matchingWork(clock, {stations, false, {}}));
    return u' ' + Texts::tr("Matching of %n station(s) follows.", nullptr, int(stations.size()));
}
} // namespace

JobRunner::Work importWork(const Workplace &workplace, ImportId upload)
{
    return [work = std::make_shared<const Settling>(workplace.uploads, upload), &clock = workplace.clock,
            &jobs = workplace.jobs](store::Connection &connection, JobProgress &progress) -> Result<QString> {
        const auto imported = importUpload(*work, clock, connection, progress);
        if (!imported) {
            ImportReport failed;
            failed.state = imported.error().code == ErrorCode::Cancelled ? u"cancelled"_s : u"failed"_s;
            failed.text = imported.error().text;
            work->uploads().settle(work->upload(), failed);
            return failure(imported.error());
        }
        const ImportReport &report = imported->report;
        work->uploads().settle(work->upload(), report);
        if (report.state != "finished"_L1)
            return failure(ErrorCode::InvalidInput, report.text);
        return report.text + matchNext(jobs, clock, imported->stations);
    };
}

} // namespace renewal::service
