// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/importreports.h"

#include "app/store/auditrepository.h"
#include "models/exchange/filekind.h"

namespace renewal::service {

using namespace Qt::StringLiterals;
using operations::FileOutcome;

namespace {
QString kindTitle(const QString &kind)
{
    const auto known = exchange::fileKindFromString(kind);
    return known ? exchange::fileKindTitle(*known) : QString();
}

QString stateOf(const QString &stored)
{
    if (stored == "applied"_L1 || stored == "unchanged"_L1)
        return u"finished"_s;
    return stored == "staging"_L1 ? u"running"_s : stored;
}

FileOutcome outcomeOf(const store::Import &import, const store::ImportFile &file)
{
    if (file.state == "kept"_L1 && import.state == "applied"_L1)
        return FileOutcome::FiguresKept;
    if (file.state == "refused"_L1 || import.state == "failed"_L1)
        return FileOutcome::Refused;
    return file.state == "skipped"_L1 ? FileOutcome::AlreadyImported : FileOutcome::Taken;
}
} // namespace

ImportReport importReport(const operations::ImportResult &result)
{
    ImportReport report;
    report.state = result.anyRefused() ? u"failed"_s : u"finished"_s;
    report.taken = result.taken();
    report.setAsideCount = result.setAsideCount;
    report.setAside = result.setAside;
    report.extract = result.extract;
    report.text = result.summary();
    for (const operations::FileResult &file : result.files) {
        if (file.outcome == FileOutcome::Refused)
            report.text = file.reason;
        report.files.append({file.fileName, file.kind, file.kindTitle, toString(file.outcome), 0, file.taken,
                             file.setAside, file.reason, file.notes});
    }
    return report;
}

Result<ImportReport> keptReport(store::Connection &connection, const store::Import &import)
{
    operations::ImportResult result;
    result.id = import.state == "applied"_L1 ? import.id : ImportId();
    result.extract = import.extract;
    for (const store::ImportFile &file : import.files) {
        operations::FileResult each;
        each.fileName = file.fileName;
        each.kind = file.kind;
        each.kindTitle = kindTitle(file.kind);
        each.outcome = outcomeOf(import, file);
        each.taken = file.taken;
        each.setAside = file.setAside;
        each.reason = each.outcome == FileOutcome::Taken         ? QString()
                      : each.outcome == FileOutcome::FiguresKept ? result.figures.keptText()
                                                                 : import.errorText;
        result.setAsideCount += file.setAside;
        result.files.append(each);
    }
    ImportReport report = importReport(result);
    for (qsizetype i = 0; i < import.files.size(); ++i)
        report.files[i].bytes = import.files[i].byteCount;
    report.id = import.id;
    report.kept = import.id;
    report.fileName = import.name;
    report.state = stateOf(import.state);
    if (!import.errorText.isEmpty())
        report.text = import.errorText;
    report.startedAt = import.startedAt;
    report.finishedAt = import.finishedAt;
    const auto entries = store::AuditRepository(connection).about(u"import/%1"_s.arg(import.id.value), 1);
    if (!entries)
        return failure(entries.error());
    if (!entries->isEmpty())
        report.actor = entries->constFirst().actor;
    return report;
}

} // namespace renewal::service
