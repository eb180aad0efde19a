// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeimports.h"

#include "tests/support/fakepages.h"

namespace renewal::test {

using namespace Qt::StringLiterals;
using Step = ImportFileState::Step;

void FakeImportRun::move(int file, Step step, double part, const QString &text)
{
    ImportFileState state = files().at(file);
    state.step = step;
    state.part = part;
    state.text = text;
    change(file, state);
}

void FakeImportRun::end(int file, Step step, const ImportReport &report, const QString &text)
{
    ImportFileState state = files().at(file);
    state.report = report;
    change(file, state);
    move(file, step, 1, text);
}

void FakeImportRun::cancel()
{
    wasCancelled = true;
    for (int file = 0; file < files().size(); ++file) {
        if (!files().at(file).isOver())
            move(file, Step::Stopped, 1, u"The import was stopped."_s);
    }
    emit finished();
}

QFuture<Result<QVector<ImportPreview>>> FakeImports::inspect(const QStringList &paths)
{
    inspected.append(paths);
    QVector<ImportPreview> all;
    for (const QString &path : paths) {
        if (!files.contains(path))
            return inspectReplies.reply(failure(ErrorCode::NotFound, path + u" does not exist any more."_s));
        all += files.value(path);
    }
    return inspectReplies.reply(all);
}

std::unique_ptr<ImportRun> FakeImports::start(const QVector<ImportPreview> &chosen)
{
    QVector<ImportPreview> going;
    for (const ImportPreview &file : chosen) {
        if (file.mayGo())
            going.append(file);
    }
    auto made = std::make_unique<FakeImportRun>(going);
    run = made.get();
    return made;
}

QFuture<Result<Page<ImportReport>>> FakeImports::imports(const QString &cursor, int limit)
{
    return pageReplies.reply(pageOf(reports, cursor, limit));
}

QFuture<Result<Page<SetAside>>> FakeImports::setAside(ImportId id, const QString &cursor, int limit)
{
    return asideReplies.reply(pageOf(asides.value(id.value), cursor, limit));
}

QFuture<Result<CsvPiece>> FakeImports::exportSetAside(ImportId id, const QString &cursor)
{
    constexpr int rows = 2; // small pieces: whoever forgets the rest is found out
    const Page<SetAside> page = pageOf(asides.value(id.value), cursor, rows);
    CsvPiece piece{cursor.isEmpty() ? "file,place,reason\n" : "", page.next};
    for (const SetAside &item : page.items)
        piece.text += item.file.toUtf8() + ',' + item.place.toUtf8() + ',' + item.reason.toUtf8() + '\n';
    return exportReplies.reply(piece);
}

} // namespace renewal::test
