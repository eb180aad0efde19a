// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restimportrun.h"

#include "app/client/filepreview.h"
#include "models/gateway/await.h"

#include <QHash>
#include <QTimer>

namespace renewal::client {

using namespace Qt::StringLiterals;
using Step = ImportFileState::Step;

RestImportRun::RestImportRun(RestClient *client, const QVector<ImportPreview> &files)
    : m_client(client)
{
    QHash<QString, QVector<ImportPreview>> byFolder;
    for (const ImportPreview &file : files)
        byFolder[file.folder].append(file);
    for (const ImportPreview &file : files)
        m_extracts.append(extractOf(byFolder.value(file.folder)));
    setFiles(files);
    QTimer::singleShot(0, this, &RestImportRun::sendNext);
}

RestImportRun::~RestImportRun() = default;

void RestImportRun::sendNext()
{
    ++m_file;
    if (m_file >= files().size()) {
        m_upload.reset();
        emit finished();
        return;
    }
    if (m_cancelled)
        return end(Step::Stopped, tr("It was not sent."));
    m_upload = std::make_unique<ImportUpload>(m_client);
    connect(m_upload.get(), &ImportUpload::sent, this, &RestImportRun::showSent);
    connect(m_upload.get(), &ImportUpload::jobChanged, this, &RestImportRun::showJob);
    ImportFileState state = files().at(m_file);
    state.step = Step::Sending;
    change(m_file, state);
    await(m_upload->send(state.file.path, m_extracts.at(m_file), state.file.replaceFigures), this,
          [this](const Result<ImportReport> &result) { take(result); });
}

void RestImportRun::showSent(qint64 bytes, qint64 total)
{
    ImportFileState state = files().at(m_file);
    state.part = total > 0 ? static_cast<double>(bytes) / static_cast<double>(total) : 1;
    change(m_file, state);
}

void RestImportRun::showJob(const Job &job)
{
    ImportFileState state = files().at(m_file);
    state.step = Step::Reading;
    state.part = job.progress;
    state.text = job.text;
    change(m_file, state);
}

void RestImportRun::take(const Result<ImportReport> &result)
{
    if (!result) {
        const bool stopped = result.error().code == ErrorCode::Cancelled;
        return end(stopped ? Step::Stopped : Step::Failed, result.error().text);
    }
    ImportFileState state = files().at(m_file);
    state.report = *result;
    change(m_file, state);
    if (result->state == "cancelled"_L1)
        return end(Step::Stopped, result->text);
    if (result->state != "finished"_L1) // a report is kept of what was wrong with the file
        return end(result->kept.isValid() ? Step::Refused : Step::Failed, result->text);
    const ImportFileReport file = result->files.value(0);
    if (file.outcome == "already_imported"_L1)
        end(Step::AlreadyThere, file.reason);
    else if (file.outcome == "figures_kept"_L1)
        end(Step::FiguresKept, file.reason);
    else
        end(Step::Taken, file.notes.isEmpty() ? result->text : file.notes.join(u' '));
}

void RestImportRun::end(Step step, const QString &text)
{
    ImportFileState state = files().at(m_file);
    state.step = step;
    state.part = 1;
    state.text = text;
    change(m_file, state);
    // From the event loop: the upload that told us is above us on the stack.
    QTimer::singleShot(0, this, &RestImportRun::sendNext);
}

void RestImportRun::cancel()
{
    m_cancelled = true;
    if (m_upload && m_file >= 0 && m_file < files().size() && !files().at(m_file).isOver())
        m_upload->cancel();
}

} // namespace renewal::client
