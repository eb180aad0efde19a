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
constexpr Time longestAskedFor = std::chrono::hours(1); ///< of a Retry-After
/// While nobody can look, no single message is put off for long.
constexpr int pausesInAnOutage = 10;

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

/// What a look did not find: how often that is mended by itself is counted apart.
OutboxEntry notFound(OutboxEntry entry, const QDateTime &now, const SendingOptions &options)
{
    if (entry.resends >= options.resends)
        return sendrules::stopped(entry, u"not_found_again"_s, now);
    ++entry.resends;
    return againOrStop(entry, u"not_found"_s, now, options);
}

QDateTime later(const QDateTime &now, Time pause, int retryAfter)
{
    return now.addMSecs(std::max<qint64>(pause.count(), retryAfter * 1000LL));
}
} // namespace

Time SendingOptions::horizon() const
{
    return std::max({longestPause, longestAskedFor, lease(), timeout + settling}) + std::chrono::minutes(1);
}

QDateTime lookFrom(const OutboxEntry &entry)
{
    return entry.queuedAt.addDays(-1);
}

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
    entry.doubtedAt = {};
    entry.looks = 0;
    entry.dueAt = now.addMSecs(options.lease().count());
    entry.code.clear();
    entry.told.clear();
    return entry;
}

OutboxEntry died(OutboxEntry entry, const QDateTime &now)
{
    entry.state = OutboxState::Unconfirmed;
    entry.code = u"died"_s;
    entry.doubtedAt = now;
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
        return arrived(entry, answer.messageId, now);
    case SendResult::Refused:
        return stopped(entry, answer.code, now);
    case SendResult::Later:
        return againOrStop(entry, answer.code, later(now, pause, answer.retryAfter), options);
    case SendResult::Stopped:
        if (answer.concernsAll) {
            --entry.attempts; // not this message's fault
            return again(entry, answer.code, later(now, options.shortestPause, answer.retryAfter));
        }
        return entry.attempts < options.attempts
                   ? again(entry, answer.code, later(now, pause, answer.retryAfter))
                   : stopped(entry, answer.code, now);
    case SendResult::Unknown:
        break;
    }
    entry.state = OutboxState::Unconfirmed;
    entry.code = answer.code;
    entry.doubtedAt = now;
    entry.dueAt = now.addMSecs(pause.count());
    return entry;
}

OutboxEntry arrived(OutboxEntry entry, const QString &messageId, const QDateTime &now)
{
    entry.state = OutboxState::Sent;
    entry.messageId = messageId;
    entry.settledAt = now;
    entry.code.clear();
    entry.told.clear();
    return entry;
}

OutboxEntry lookedUp(OutboxEntry entry, const QStringList &messageIds, const QDateTime &now,
                     const SendingOptions &options, Backoff &backoff)
{
    if (!messageIds.isEmpty())
        return arrived(entry, messageIds.constFirst(), now);
    if (entry.code == "cannot_look"_L1)
        entry.code = u"not_there_yet"_s;
    entry.told.clear();
    entry.looks = 0;
    if (!entry.doubtedAt.isValid())
        entry.doubtedAt = entry.attemptedAt;
    if (entry.doubtedAt > now)
        entry.doubtedAt = now; // the clock was set back
    // A call that was given up may still arrive: until then nothing may be sent again.
    const QDateTime settled = entry.doubtedAt.addMSecs((options.timeout + options.settling).count());
    if (now >= settled)
        return notFound(entry, now, options);
    // Ever more seldom: half of the time that went by, at least.
    const qint64 pause =
        std::max<qint64>(backoff.pause(entry.attempts).count(), entry.doubtedAt.msecsTo(now) / 2);
    entry.dueAt = std::min(settled, now.addMSecs(pause));
    return entry;
}

OutboxEntry notLookedUp(OutboxEntry entry, const QString &code, bool concernsAll, const QDateTime &now,
                        const SendingOptions &options, Backoff &backoff)
{
    Time pause = backoff.pause(++entry.looks);
    if (concernsAll) {
        pause = std::min<Time>(pause, options.shortestPause * pausesInAnOutage);
    } else {
        entry.code = u"cannot_look"_s;
        entry.told = code;
    }
    entry.dueAt = now.addMSecs(pause.count());
    return entry;
}

} // namespace sendrules
} // namespace renewal::operations
