// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/correlationsexport.h"

#include "models/items/await.h"

#include <QFileInfo>
#include <QLocale>

namespace renewal::ui {

using namespace Qt::StringLiterals;

CorrelationsExport::CorrelationsExport(CorrelationsGateway *gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
}

QString CorrelationsExport::suggestedName(const Scope &scope)
{
    QString name = u"correlations"_s;
    for (const QString &part : {scope.parentStation, scope.ehr.toLower()}) {
        if (!part.isEmpty())
            name += u'-' + part;
    }
    return name.replace(u'_', u'-') + u".csv"_s;
}

void CorrelationsExport::start(const Scope &scope, const QString &path)
{
    if (isRunning())
        return;
    m_scope = scope;
    m_rows = 0;
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly)) {
        fail(tr("The file cannot be written there: %1. Choose another place.").arg(m_file->errorString()));
        return;
    }
    emit changed();
    if (path.endsWith(u".xlsx"_s, Qt::CaseInsensitive))
        requestWorkbook();
    else
        request({});
}

void CorrelationsExport::requestWorkbook()
{
    const quint64 generation = ++m_generation;
    items::await(m_gateway->exportWorkbook(m_scope), this,
                 [this, generation](const Result<QByteArray> &workbook) {
                     if (generation != m_generation)
                         return;
                     if (workbook)
                         takeWorkbook(*workbook);
                     else
                         fail(workbook.error().text);
                 });
}

void CorrelationsExport::takeWorkbook(const QByteArray &workbook)
{
    const QString name = QFileInfo(m_file->fileName()).fileName();
    if (m_file->write(workbook) == workbook.size() && m_file->commit())
        finish(tr("The correlations are in %1", "file name").arg(name));
    else
        failToWrite();
}

void CorrelationsExport::request(const QString &cursor)
{
    const quint64 generation = ++m_generation;
    items::await(m_gateway->exportPiece(m_scope, cursor), this,
                 [this, generation, isFirst = cursor.isEmpty()](const Result<CsvPiece> &piece) {
                     if (generation != m_generation)
                         return;
                     if (piece)
                         take(*piece, isFirst);
                     else
                         fail(piece.error().text);
                 });
}

void CorrelationsExport::take(const CsvPiece &piece, bool isFirst)
{
    // No field holds a line break, so lines are prescribers; the first piece begins with the heading.
    m_rows += piece.text.count('\n') - (isFirst ? 1 : 0);
    if (m_file->write(piece.text) != piece.text.size())
        return failToWrite();
    if (!piece.next.isEmpty()) {
        emit changed();
        request(piece.next);
        return;
    }
    const QString name = QFileInfo(m_file->fileName()).fileName();
    if (!m_file->commit())
        return failToWrite();
    finish(tr("%1 prescribers are in %2", "a number, file name").arg(QLocale().toString(m_rows), name));
}

void CorrelationsExport::finish(const QString &text)
{
    m_file.reset();
    emit changed();
    emit finished(text);
}

void CorrelationsExport::failToWrite()
{
    fail(tr("The file cannot be written: %1. Choose another place.").arg(m_file->errorString()));
}

void CorrelationsExport::cancel()
{
    if (!isRunning())
        return;
    ++m_generation;
    m_file->cancelWriting();
    m_file.reset();
    emit changed();
    emit cancelled(tr("The export was cancelled; no file was written."));
}

void CorrelationsExport::fail(const QString &text)
{
    m_file->cancelWriting();
    m_file.reset();
    emit changed();
    emit failed(text);
}

} // namespace renewal::ui
