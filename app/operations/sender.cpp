// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/sender.h"

#include "app/operations/openteam.h"
#include "app/operations/sendrecord.h"
#include "app/store/careteamrepository.h"
#include "app/store/outboxrepository.h"
#include "app/store/prescriptionrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"
#include "app/store/triagerepository.h"

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using exchange::SendAnswer;
using exchange::SendResult;
using store::Transaction;

namespace {
const QString &actor()
{
    static const QString name = u"sending"_s;
    return name;
}

SendingOptions ownSeed(SendingOptions options, int line)
{
    options.seed += quint32(line);
    return options;
}
} // namespace

Done checkSending(const SendingOptions &options)
{
    return options.isConnected() ? upstream::checkEndpoint({options.url, options.token}) : ok();
}

Sender::Sender(const SendingOptions &options, const Clock &clock, int line)
    : m_options(options)
    , m_clock(clock)
    , m_line(line)
    , m_backoff(ownSeed(options, line))
    , m_client({options.url, options.token}, {.timeout = options.timeout})
{
}

Result<Sender::Step> Sender::step(store::Connection &connection)
{
    const QDateTime now = m_clock.now();
    if (m_pausedUntil > now)
        return Step{true, m_pausedUntil};
    const auto entry = choose(connection);
    if (!entry)
        return failure(entry.error());
    if (!*entry) {
        const auto next = store::OutboxRepository(connection).nextDue(m_options.holding);
        if (!next)
            return failure(next.error());
        return Step{true, *next};
    }
    const OutboxState state = (*entry)->state;
    const bool isToBeSent = state == OutboxState::Queued || state == OutboxState::Failed;
    if (isToBeSent && m_nextSend > now)
        return Step{true, m_nextSend};
    if (const Done done = attend(connection, **entry); !done)
        return failure(done.error());
    return Step{false, now};
}

/// Each line begins at its own place of what is due, so that they seldom want the same.
Result<std::optional<OutboxEntry>> Sender::choose(store::Connection &connection)
{
    const auto due = store::OutboxRepository(connection).due(m_clock.now(), m_options.holding, m_line + 1);
    if (!due)
        return failure(due.error());
    return due->isEmpty() ? std::nullopt : std::optional(due->constLast());
}

Done Sender::attend(store::Connection &connection, const OutboxEntry &entry)
{
    switch (entry.state) {
    case OutboxState::Sending:
        return bury(connection, entry);
    case OutboxState::Unconfirmed:
        return lookUp(connection, entry);
    default:
        return send(connection, entry);
    }
}

Done Sender::bury(store::Connection &connection, const OutboxEntry &entry)
{
    const auto recorded = record(connection, sendrules::died(entry, m_clock.now()));
    return recorded ? ok() : Done(failure(recorded.error()));
}

Done Sender::lookUp(store::Connection &connection, const OutboxEntry &entry)
{
    const auto renewal = store::RenewalRepository(connection).find(entry.renewal);
    if (!renewal)
        return failure(renewal.error());
    const auto found = m_client.findSent(renewal->patientKey, messageReference(entry.sendKey), entry.careTeam,
                                         entry.attemptedAt);
    OutboxEntry next = entry;
    if (found) {
        next = sendrules::lookedUp(entry, *found, m_clock.now(), m_options, m_backoff);
        m_rests = 0;
    } else {
        next.dueAt = m_clock.now().addMSecs(m_options.shortestPause.count());
        rest(u"unreachable"_s, 0);
    }
    const auto recorded = record(connection, next);
    return recorded ? ok() : Done(failure(recorded.error()));
}

Done Sender::send(store::Connection &connection, const OutboxEntry &chosen)
{
    OutboxEntry entry = chosen;
    const auto call = take(connection, entry);
    if (!call)
        return failure(call.error());
    // Who slept past the lease may not call any more: others have asked about the row since.
    if (!*call || m_clock.now() >= entry.dueAt)
        return ok();
    const double rate = m_options.messagesPerSecond / std::max(1, m_options.lines);
    m_nextSend = m_clock.now().addMSecs(rate > 0 ? qint64(1000 / rate) : 0);
    const SendAnswer answer = m_client.send(**call);
    learn(answer);
    return settle(connection, entry, answer);
}

Result<std::optional<exchange::RenewalCall>> Sender::take(store::Connection &connection, OutboxEntry &entry)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    const auto known = facts(connection, entry);
    if (!known)
        return failure(known.error());
    const QDateTime now = m_clock.now();
    const QString code = obstacle(*known);
    const OutboxEntry next =
        code.isEmpty() ? sendrules::taken(entry, now, m_options) : sendrules::stopped(entry, code, now);
    const auto recorded = recordSending(connection, next, now, actor());
    if (!recorded)
        return failure(recorded.error());
    const auto message = store::RenewalRepository(connection).message(entry.renewal);
    if (!message)
        return failure(message.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    entry = next;
    ++entry.version;
    if (!*recorded || !code.isEmpty())
        return std::optional<exchange::RenewalCall>();
    return std::optional(exchange::renewalCall(known->renewal, *message ? (*message)->body : QString(),
                                               entry.careTeam, entry.sendKey));
}

/// With the renewal locked.
Result<SendFacts> Sender::facts(store::Connection &connection, const OutboxEntry &entry)
{
    const auto subjects = store::TriageRepository(connection).take({entry.renewal});
    if (!subjects)
        return failure(subjects.error());
    if (subjects->isEmpty())
        return SendFacts{};
    const Renewal &renewal = subjects->constFirst().renewal;
    const auto teams = store::CareTeamRepository(connection)
                           .find(entry.parentStation, QVector<TriageTeamId>{entry.careTeam});
    if (!teams)
        return failure(teams.error());
    const auto ties =
        store::PrescriptionRepository(connection).patientTeams(entry.parentStation, renewal.patientKey);
    if (!ties)
        return failure(ties.error());
    const auto cutOver = pastCutOver(connection, entry.parentStation, m_clock.now());
    if (!cutOver)
        return failure(cutOver.error());
    return SendFacts{renewal, entry.careTeam,
                     teams->isEmpty() ? std::nullopt : std::optional(teams->constFirst()), *ties, *cutOver};
}

Done Sender::settle(store::Connection &connection, const OutboxEntry &entry, const SendAnswer &answer)
{
    const QDateTime now = m_clock.now();
    const auto recorded = record(connection, sendrules::answered(entry, answer, now, m_options, m_backoff));
    if (!recorded)
        return failure(recorded.error());
    if (*recorded || answer.result != SendResult::Sent)
        return ok();
    // Somebody took it for dead meanwhile. It was sent all the same, and that counts.
    auto present = store::OutboxRepository(connection).find(entry.id);
    if (!present)
        return failure(present.error());
    const bool isOpen = present->state == OutboxState::Unconfirmed || mayBeTakenBack(present->state);
    if (!isOpen)
        return ok();
    const auto late =
        record(connection, sendrules::lookedUp(*present, {answer.messageId}, now, m_options, m_backoff));
    return late ? ok() : Done(failure(late.error()));
}

Result<bool> Sender::record(store::Connection &connection, const OutboxEntry &entry)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = lockRenewal(connection, entry.renewal); !locked)
        return failure(locked.error());
    const auto recorded = recordSending(connection, entry, m_clock.now(), actor());
    if (!recorded || !*recorded)
        return recorded;
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return true;
}

/// Where nothing can be sent the others wait too; they need not all find out by themselves.
void Sender::learn(const SendAnswer &answer)
{
    if (answer.result == SendResult::Stopped || answer.result == SendResult::Unknown || answer.retryAfter > 0)
        rest(answer.code, answer.retryAfter);
    else
        m_rests = 0;
}

void Sender::rest(const QString &code, int retryAfter)
{
    const qint64 pause = m_backoff.pause(++m_rests).count();
    m_pausedUntil = m_clock.now().addMSecs(std::max<qint64>(pause, retryAfter * 1000LL));
    m_pausedBy = code;
}

} // namespace renewal::operations
