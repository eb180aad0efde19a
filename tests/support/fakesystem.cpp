// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakegateways.h"
#include "tests/support/fakepages.h"

#include <algorithm>

namespace renewal::test {

using namespace Qt::StringLiterals;

QFuture<Result<ServiceStatus>> FakeSystem::status()
{
    return statusReplies.reply(statusData);
}

QFuture<Result<QVector<Station>>> FakeSystem::stations()
{
    return stationReplies.reply(stationData);
}

bool FakeSystem::fits(const AuditEvent &event, const AuditQuery &query) const
{
    const bool hasAction = query.action.isEmpty() || event.action == query.action ||
                           (query.action.endsWith(u'.') && event.action.startsWith(query.action));
    return hasAction && event.actor.contains(query.actor, Qt::CaseInsensitive) &&
           (query.subject.isEmpty() || event.subject == query.subject) &&
           contains({event.actor, event.action, event.subject, event.note}, query.text) &&
           (!query.from.isValid() || event.at >= query.from) && (!query.to.isValid() || event.at < query.to);
}

QFuture<Result<Page<AuditEvent>>> FakeSystem::audit(const AuditQuery &query)
{
    auditQueries.append(query);
    QVector<AuditEvent> fitting;
    std::ranges::copy_if(auditData, std::back_inserter(fitting),
                         [&](const AuditEvent &event) { return fits(event, query); });
    return auditReplies.reply(pageOf(fitting, query.cursor, query.limit));
}

QFuture<Result<CsvPiece>> FakeSystem::exportAudit(const AuditQuery &query)
{
    constexpr int rows = 2; // small pieces: whoever forgets the rest is found out
    CsvPiece piece;
    if (query.cursor.isEmpty())
        piece.text = "entry,who\n";
    QVector<AuditEvent> fitting;
    std::ranges::copy_if(auditData, std::back_inserter(fitting),
                         [&](const AuditEvent &event) { return fits(event, query); });
    const Page<AuditEvent> page = pageOf(fitting, query.cursor, rows);
    for (const AuditEvent &event : page.items)
        piece.text += QByteArray::number(event.sequence) + ',' + event.actor.toUtf8() + '\n';
    piece.next = page.next;
    return auditExportReplies.reply(piece);
}

QFuture<Result<Job>> FakeSystem::verifyAudit()
{
    jobs.insert(verification.id, verification);
    return verifyReplies.reply(verification);
}

QFuture<Result<ChangeList>> FakeSystem::changes(qint64 since)
{
    ChangeList list{.changes = pendingChanges, .next = since};
    for (const Change &change : std::as_const(pendingChanges))
        list.next = std::max(list.next, change.sequence);
    pendingChanges.clear();
    return changeReplies.reply(list);
}

QFuture<Result<QVector<FindHit>>> FakeSystem::find(const FindQuery &query)
{
    findQueries.append(query);
    QVector<FindHit> hits;
    std::ranges::copy_if(findData, std::back_inserter(hits), [&](const FindHit &hit) {
        return contains({hit.name, hit.number, hit.station}, query.words);
    });
    return findReplies.reply(hits);
}

QFuture<Result<Job>> FakeSystem::job(const QString &id)
{
    if (!jobs.contains(id))
        return jobReplies.reply(failure(ErrorCode::NotFound, u"The service does not know this job."_s));
    return jobReplies.reply(jobs.value(id));
}

QFuture<Result<Job>> FakeSystem::cancelJob(const QString &id)
{
    jobs[id].state = u"cancelled"_s;
    return jobReplies.reply(jobs.value(id));
}

} // namespace renewal::test
