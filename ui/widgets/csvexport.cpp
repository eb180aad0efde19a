// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/csvexport.h"

#include "ui/widgets/documentsfolder.h"

#include "models/items/await.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>

namespace renewal::ui {

using namespace Qt::StringLiterals;

CsvExport::CsvExport(QObject *parent)
    : QObject(parent)
{
}

void CsvExport::choose(QWidget *window, const QString &title, const QString &suggestedName, Fetch fetch)
{
    if (isRunning())
        return;
    const QString folder = documentsFolder();
    auto *dialog = new QFileDialog(window, title, QDir(folder).filePath(suggestedName),
                                   tr("Comma-separated values (*.csv)"));
    dialog->setObjectName(u"exportFileDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, fetch](const QString &path) { start(path, fetch); });
    dialog->open();
}

void CsvExport::start(const QString &path, Fetch fetch)
{
    if (isRunning())
        return;
    m_fetch = std::move(fetch);
    m_lines = 0;
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly)) {
        fail(tr("The file cannot be written there: %1. Choose another place.").arg(m_file->errorString()));
        return;
    }
    emit changed();
    request({});
}

QString CsvExport::progressText() const
{
    return tr("Exporting, %1 so far", "a number").arg(QLocale().toString(m_lines));
}

void CsvExport::request(const QString &cursor)
{
    const quint64 generation = ++m_generation;
    items::await(m_fetch(cursor), this,
                 [this, generation, isFirst = cursor.isEmpty()](const Result<CsvPiece> &piece) {
                     if (generation != m_generation)
                         return;
                     if (piece)
                         take(*piece, isFirst);
                     else
                         fail(piece.error().text);
                 });
}

void CsvExport::take(const CsvPiece &piece, bool isFirst)
{
    m_lines += piece.text.count('\n') - (isFirst ? 1 : 0);
    if (m_file->write(piece.text) != piece.text.size()) {
        fail(tr("The file cannot be written: %1. Choose another place.").arg(m_file->errorString()));
        return;
    }
    if (!piece.next.isEmpty()) {
        emit changed();
        request(piece.next);
        return;
    }
    const QString name = QDir::toNativeSeparators(QFileInfo(m_file->fileName()).absoluteFilePath());
    if (!m_file->commit()) {
        fail(tr("The file cannot be written: %1. Choose another place.").arg(m_file->errorString()));
        return;
    }
    m_file.reset();
    emit changed();
    emit finished(tr("All that was asked for is in %1", "path of a file").arg(name));
}

void CsvExport::cancel()
{
    if (!isRunning())
        return;
    ++m_generation;
    m_file->cancelWriting();
    m_file.reset();
    emit changed();
    emit finished(tr("The export was cancelled; no file was written."));
}

void CsvExport::fail(const QString &text)
{
    m_file->cancelWriting();
    m_file.reset();
    emit changed();
    emit failed(text);
}

} // namespace renewal::ui
