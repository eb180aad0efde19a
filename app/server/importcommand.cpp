// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/importcommand.h"

#include "app/operations/importer.h"
#include "app/operations/importfiles.h"
#include "app/operations/systemclock.h"
#include "app/server/commandline.h"
#include "app/server/opendatabase.h"
#include "app/server/progressline.h"
#include "app/store/database.h"
#include "app/store/importrepository.h"
#include "models/exchange/tablecsv.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace renewal::server {

using namespace Qt::StringLiterals;
using operations::FileOutcome;
using operations::FileResult;
using operations::ImportProgress;
using operations::ImportResult;

namespace {
QString tr(const char *source)
{
    return QCoreApplication::translate("ImportCommand", source);
}

/// The part of the work done and what is being done.
void show(ProgressLine &line, const ImportProgress &now)
{
    const double part = now.size > 0 ? static_cast<double>(now.done) / static_cast<double>(now.size) : 0;
    switch (now.phase) {
    case ImportProgress::Phase::Checking:
        line.show(0.1 * part, tr("checking %1").arg(now.fileName));
        break;
    case ImportProgress::Phase::Reading:
        line.show(0.1 + 0.7 * part, tr("reading %1").arg(now.fileName));
        break;
    case ImportProgress::Phase::Storing:
        line.show(0.8, tr("storing"));
        break;
    }
}

QString fileLine(const FileResult &file)
{
    switch (file.outcome) {
    case FileOutcome::Taken: {
        const QString text = tr("%1: %2, %3 records in").arg(file.fileName, file.kindTitle).arg(file.taken);
        return file.setAside > 0 ? text + tr(", %1 set aside").arg(file.setAside) : text;
    }
    case FileOutcome::AlreadyImported:
        return tr("%1: %2").arg(file.fileName, file.reason);
    case FileOutcome::FiguresKept:
        return tr("%1: left out, the rollout has other figures").arg(file.fileName); // told as a whole below
    case FileOutcome::PassedOver:
        return tr("%1: passed over. %2").arg(file.fileName, file.reason);
    case FileOutcome::Refused:
        break;
    }
    return tr("%1: refused. %2").arg(file.fileName, file.reason);
}

void print(const ImportResult &result, QTextStream &out)
{
    QVector<FileResult> files = result.files;
    std::sort(files.begin(), files.end(),
              [](const auto &a, const auto &b) { return a.fileName < b.fileName; });
    if (result.resumed)
        out << tr("Going on where an interrupted import stopped.") << '\n';
    QString told;
    for (const FileResult &file : files) {
        out << fileLine(file) << '\n';
        for (const QString &note : file.notes) {
            if (!std::exchange(told, note).contains(note)) // not once for each file
                out << "  " << note << '\n';
        }
    }
    if (!result.figures.kept.isEmpty())
        out << result.figures.keptText() << '\n';
    if (!result.setAside.isEmpty())
        out << tr("Set aside:") << '\n';
    for (const SetAside &item : result.setAside)
        out << u"  %1, %2: %3\n"_s.arg(item.file, item.place, item.reason);
    if (const qint64 more = result.setAsideCount - result.setAside.size(); more > 0)
        out << tr("  and %1 more; all are kept with import %2.").arg(more).arg(result.id.value) << '\n';
    out << result.summary() << '\n';
}
/// All of them, a page at a time: there may be very many.
Done writeSetAside(store::Connection &connection, const QVector<ImportId> &imports, const QString &path)
{
    constexpr int rows = 1000;
    QSaveFile file(path);
    const auto fault = [&file] {
        return failure(ErrorCode::InvalidInput,
                       tr("%1 cannot be written: %2.").arg(file.fileName(), file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return fault();
    bool isFirst = true;
    for (const ImportId id : imports) {
        QString cursor;
        do {
            const auto page = store::ImportRepository(connection).setAsidePage(id, cursor, rows);
            if (!page)
                return failure(page.error());
            const QByteArray text = exchange::setAsideCsv(page->items, std::exchange(isFirst, false));
            if (file.write(text) != text.size())
                return fault();
            cursor = page->next;
        } while (!cursor.isEmpty());
    }
    return file.commit() ? ok() : Done(fault());
}
} // namespace

int ImportCommand::run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    CommandLine line(u"import"_s, tr("Takes files and region folders into the database: NDJSON, JSON and "
                                     "CSV, packed with gzip or not. What a "
                                     "file holds is found from its content."));
    line.addPositional(u"file"_s, tr("Files or folders to take in."), u"FILE|DIR..."_s);
    line.addOption(
        u"extract"_s,
        tr("The name under which the files' own prescriber ids are valid; the folder's name when not given."),
        u"NAME"_s);
    line.addOption(u"set-aside"_s, tr("Writes all records that were set aside to FILE as CSV."), u"FILE"_s);
    line.addOption(u"replace-figures"_s,
                   tr("Lets figures of the rollout take the place of those of another source or region; "
                      "without it they are left out."));
    line.addDatabaseOption();
    line.addJsonOption();
    if (const auto exit = line.parse(arguments, out, err))
        return *exit;
    if (line.positionals().isEmpty())
        return line.usageError(tr("Name at least one file or folder."), err);

    const auto requests = operations::importRequests(line.positionals(), line.value(u"extract"_s));
    if (!requests)
        return reportFailure(u"import"_s, requests.error(), err);
    const auto database = openDatabase(line.databaseUrl());
    if (!database)
        return reportFailure(u"import"_s, database.error(), err);
    const auto connection = (*database)->connection();
    if (!connection)
        return reportFailure(u"import"_s, connection.error(), err);

    const operations::SystemClock clock;
    QVector<ImportId> imports;
    QJsonArray reports;
    bool anyRefused = false;
    for (auto request : *requests) {
        request.replaceFigures = line.isSet(u"replace-figures"_s);
        const auto result = [&] {
            ProgressLine progress(err, 2);
            operations::Importer importer(**connection, clock, [&progress](const ImportProgress &now) {
                show(progress, now);
                return true;
            });
            return importer.run(request);
        }();
        if (!result)
            return reportFailure(u"import"_s, result.error(), err);
        anyRefused = anyRefused || result->anyRefused();
        imports.append(result->id);
        if (line.json())
            reports.append(result->toJson());
        else
            print(*result, out);
    }
    if (line.json())
        out << QJsonDocument(QJsonObject{{u"imports"_s, reports}}).toJson(QJsonDocument::Indented);
    if (const QString path = line.value(u"set-aside"_s); !path.isEmpty()) {
        if (const Done written = writeSetAside(**connection, imports, path); !written)
            return reportFailure(u"import"_s, written.error(), err);
    }
    return anyRefused ? Failure : Success;
}

} // namespace renewal::server
