// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/sendrules.h"

#include "app/operations/openteam.h"

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using exchange::SendResult;
using Time = std::chrono::milliseconds;

namespace {
constexpr int longestDoubling = 20;

OutboxEntry sent(OutboxEntry entry, const QString &messageId, const QDateTime &now)
{
    entry.state = OutboxState::Sent;
    entry.messageId = messageId;
    entry.settledAt = now;
    entry.code.clear();
    return entry;
}

OutboxEntry again(OutboxEntry entry, const QString &code, const QDateTime &at)
{
    entry.state = OutboxState::Failed;
    entry.code = code;
    entry.dueAt = at;
    return entry;
}

/// A message that cannot get through must not be tried for ever.
OutboxEntry againOrStop(const OutboxEntry &entry, const QString &code, const QDateTime &at,
                        const SendingOptions &options)
{
    return entry.attempts < options.attempts ? again(entry, code, at)
                                             : sendrules::stopped(entry, u"too_many_attempts"_s, at);
}
} // namespace

Time Backoff::pause(int failures)
{
    const int doublings = std::clamp(failures - 1, 0, longestDoubling);
    const Time whole = std::min<Time>(m_options.longestPause, m_options.shortestPause * (1LL << doublings));
    return Time(whole.count() / 2 + qint64(m_random.generateDouble() * double(whole.count()) / 2));
}

QString obstacle(const SendFacts &facts)
{
    if (facts.renewal.patientKey.isEmpty())
        return u"no_patient"_s;
    if (!facts.team)
        return u"team_unknown"_s;
    if (!whyClosed(*facts.team, facts.cutOverDay).isEmpty())
        return u"team_closed"_s;
    const bool isTied = facts.patientTeams.isEmpty() || facts.patientTeams.contains(facts.routedTo);
    return isTied ? QString() : u"not_associated"_s;
}

namespace sendrules {

OutboxEntry taken(OutboxEntry entry, const QDateTime &now, const SendingOptions &options)
{
    entry.state = OutboxState::Sending;
    ++entry.attempts;
    entry.attemptedAt = now;
    entry.dueAt = now.addMSecs((options.timeout + options.slack).count());
    entry.code.clear();
    return entry;
}

OutboxEntry died(OutboxEntry entry, const QDateTime &now)
{
    entry.state = OutboxState::Unconfirmed;
    entry.code = u"died"_s;
    entry.dueAt = now;
    return entry;
}

OutboxEntry stopped(OutboxEntry entry, const QString &code, const QDateTime &now)
{
    entry.state = OutboxState::DeadLetter;
    entry.code = code;
    entry.dueAt = now;
    return entry;
}

OutboxEntry answered(OutboxEntry entry, const exchange::SendAnswer &answer, const QDateTime &now,
                     const SendingOptions &options, Backoff &backoff)
{
    const auto pause = backoff.pause(entry.attempts);
    switch (answer.result) {
    case SendResult::Sent:
        return sent(entry, answer.messageId, now);
    case SendResult::Refused:
        return stopped(entry, answer.code, now);
    case SendResult::Later:
        return againOrStop(entry, answer.code,
                           now.addMSecs(std::max<qint64>(pause.count(), answer.retryAfter * 1000LL)),
                           options);
    case SendResult::Stopped:
        --entry.attempts; // not this message's fault
        return again(entry, answer.code, now.addMSecs(options.shortestPause.count()));
    case SendResult::Unknown:
        break;
    }
    entry.state = OutboxState::Unconfirmed;
    entry.code = answer.code;
    entry.dueAt = now.addMSecs(pause.count());
    return entry;
}

OutboxEntry lookedUp(OutboxEntry entry, const QStringList &messageIds, const QDateTime &now,
                     const SendingOptions &options, Backoff &backoff)
{
    if (!messageIds.isEmpty())
        return sent(entry, messageIds.constFirst(), now);
    // A call that was given up may still arrive: until then nothing may be sent again.
    const QDateTime settled = entry.attemptedAt.addMSecs((options.timeout + options.settling).count());
    if (now >= settled)
        return againOrStop(entry, u"not_found"_s, now, options);
    // Ever more seldom: half of the time that went by, at least.
    const qint64 pause =
        std::max<qint64>(backoff.pause(entry.attempts).count(), entry.attemptedAt.msecsTo(now) / 2);
    entry.dueAt = std::min(settled, now.addMSecs(pause));
    return entry;
}

} // namespace sendrules
} // namespace renewal::operations
