// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/reports.h"

#include <QCoreApplication>
#include <QFile>
#include <QUuid>

#include <algorithm>
#include <chrono>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
constexpr std::size_t mostKept = 20;
constexpr std::chrono::minutes kept(30);

QString say(const char *text)
{
    return QCoreApplication::translate("Service", text);
}

tl::unexpected<Error> unknown()
{
    return failure(ErrorCode::NotFound, say("There is no such report; ask for it anew."));
}
} // namespace

Reports::Reports(store::Database &database)
    : m_figures(database)
    , m_files(database)
{
}

Job Reports::start(const Order &order, Write write)
{
    forgetOld();
    const QString path = m_folder.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
    const Job job = runner(order.kind)
                        .start(
                            order.name,
                            [write = std::move(write), path](store::Connection &connection,
                                                             JobProgress &progress) -> Result<QString> {
                                auto told = write(connection, progress, path);
                                if (!told)
                                    QFile::remove(path); // no half of it stays
                                return told;
                            },
                            order.key);
    if (!known(job.id, order.actor)) {
        Report report{job.id, order.actor, path, order.contentType, order.kind, {}};
        report.unread.start();
        m_reports.push_back(std::move(report));
    }
    return job;
}

const Reports::Report *Reports::known(const QString &id, const QString &actor) const
{
    const auto found = std::ranges::find(m_reports, id, &Report::id);
    return found == m_reports.cend() || found->actor != actor ? nullptr : &*found;
}

Result<Job> Reports::find(const QString &id, const QString &actor) const
{
    const Report *report = known(id, actor);
    if (!report)
        return unknown();
    return runner(report->kind).find(id);
}

Result<Job> Reports::cancel(const QString &id, const QString &actor)
{
    const Report *report = known(id, actor);
    if (!report)
        return unknown();
    return runner(report->kind).cancel(id);
}

Result<Reports::Piece> Reports::piece(const QString &id, const QString &actor, qint64 from)
{
    const auto job = find(id, actor);
    if (!job)
        return failure(job.error());
    if (job->state != "finished"_L1)
        return failure(ErrorCode::Conflict, job->errorText.isEmpty() ? job->text : job->errorText);
    auto report = std::ranges::find(m_reports, id, &Report::id);
    report->unread.start();
    QFile file(report->path);
    if (!file.open(QIODevice::ReadOnly) || from < 0 || from > file.size() || !file.seek(from))
        return unknown();
    Piece piece{file.read(pieceBytes), report->contentType, 0};
    if (const qint64 end = from + piece.bytes.size(); end < file.size())
        piece.next = end;
    return piece;
}

/// What is running stays.
void Reports::forgetOld()
{
    const auto isOver = [this](const Report &report) {
        const auto job = runner(report.kind).find(report.id);
        return !job || job->isOver();
    };
    std::size_t surplus = m_reports.size() < mostKept ? 0 : m_reports.size() - mostKept + 1;
    std::erase_if(m_reports, [&](const Report &report) {
        const bool isOld = std::chrono::milliseconds(report.unread.elapsed()) > kept;
        if ((surplus == 0 && !isOld) || !isOver(report))
            return false;
        surplus -= surplus > 0 ? 1 : 0;
        QFile::remove(report.path);
        return true;
    });
}

} // namespace renewal::service
