// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reportfile.h"

#include "models/items/await.h"
#include "ui/widgets/reportwatcher.h"

#include <QDir>
#include <QFileInfo>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ReportFile::ReportFile(ReportsGateway *gateway, int interval, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_watcher(new ReportWatcher(gateway, interval, this))
{
    connect(m_watcher, &ReportWatcher::progressed, this,
            [this](const Job &job) { emit progressed(job.progress, job.text); });
    connect(m_watcher, &ReportWatcher::failed, this, &ReportFile::fail);
    connect(m_watcher, &ReportWatcher::ended, this, [this](const Job &job) {
        if (job.state != u"finished"_s) {
            fail(job.text);
            return;
        }
        m_id = job.id;
        m_told = job.text;
        request({});
    });
}

ReportFile::~ReportFile()
{
    cancel();
}

void ReportFile::start(const RenewalExport &wanted, const QString &path)
{
    if (isRunning())
        return;
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly)) {
        fail(tr("The file cannot be written there: %1. Choose another place.").arg(m_file->errorString()));
        return;
    }
    emit progressed(0, tr("The service is writing the file."));
    m_watcher->follow(m_gateway->startExport(wanted));
}

void ReportFile::request(const QString &cursor)
{
    const quint64 generation = ++m_generation;
    items::await(m_gateway->piece(m_id, cursor), this, [this, generation](const Result<ReportPiece> &piece) {
        if (generation != m_generation)
            return;
        if (piece)
            take(*piece);
        else
            fail(piece.error().text);
    });
}

void ReportFile::take(const ReportPiece &piece)
{
    const auto notWritten = [this] {
        fail(tr("The file cannot be written: %1. Choose another place.").arg(m_file->errorString()));
    };
    if (m_file->write(piece.bytes) != piece.bytes.size()) {
        notWritten();
        return;
    }
    if (!piece.next.isEmpty()) {
        emit progressed(-1, tr("Fetching the file, %1 so far", "an amount of data")
                                .arg(QLocale().formattedDataSize(m_file->size())));
        request(piece.next);
        return;
    }
    const QString name = QDir::toNativeSeparators(QFileInfo(m_file->fileName()).absoluteFilePath());
    if (!m_file->commit()) {
        notWritten();
        return;
    }
    m_file.reset();
    emit finished(tr("%1 It is %2.", "what the file holds, path of the file").arg(m_told, name));
}

void ReportFile::cancel()
{
    if (!isRunning())
        return;
    ++m_generation;
    m_watcher->cancel();
    m_file->cancelWriting();
    m_file.reset();
}

void ReportFile::fail(const QString &text)
{
    ++m_generation;
    if (m_file)
        m_file->cancelWriting();
    m_file.reset();
    emit failed(text);
}

} // namespace renewal::ui
