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

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using exchange::SendAnswer;
using exchange::SendResult;
using store::Transaction;

namespace {
Q_LOGGING_CATEGORY(sendingLog, "renewal.sending")

const QString &actor()
{
    static const QString name = u"sending"_s;
    return name;
}

/// Nothing went well for so many Veterans: it is nobody's own matter.
constexpr int stuckInARow = 3;
constexpr std::chrono::seconds clockCheckEach(30);

QString tr(const char *text)
{
    return QCoreApplication::translate("Outbox", text);
}

QString severalFound(const QStringList &messageIds)
{
    return tr("Secure Messaging has it more than once: messages %1. Tell the care team.")
        .arg(messageIds.join(u", "_s));
}

/// Of a message that was given up for dead.
QString arrivedAfterAll(const OutboxEntry &present, const QString &messageId)
{
    if (present.state == OutboxState::Sent)
        return tr("It was sent twice: as message %1, and as message %2. Tell the care team.")
            .arg(present.messageId, messageId);
    if (present.state == OutboxState::Cancelled)
        return tr("It had been taken back, and yet was sent to %1: tell the care team.")
            .arg(present.careTeamName);
    return {};
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

QString Sender::pausedBy() const
{
    if (m_clockDiffers)
        return u"clock_differs"_s;
    return m_pausedUntil > m_clock.steady() ? m_pausedBy : QString();
}

Result<Sender::Step> Sender::step(store::Connection &connection)
{
    if (m_unsettled) {
        const Done settled = settle(connection);
        return settled ? Result<Step>(Step{false, m_clock.now()}) : failure(settled.error());
    }
    if (const Done checked = checkClock(connection); !checked)
        return failure(checked.error());
    const Time steady = m_clock.steady();
    if (m_clockDiffers)
        return idleUntil(m_nextClockCheck);
    if (m_pausedUntil > steady)
        return idleUntil(m_pausedUntil);
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
    if (isToBeSent && m_nextSend > steady)
        return idleUntil(m_nextSend);
    if (const Done done = attend(connection, **entry); !done)
        return failure(done.error());
    return Step{false, m_clock.now()};
}

Sender::Step Sender::idleUntil(Time steady) const
{
    return {true, m_clock.now().addMSecs((steady - m_clock.steady()).count())};
}

/// What time it is; a leap since the last call is remembered.
QDateTime Sender::noticeLeap()
{
    const QDateTime now = m_clock.now();
    const Time offset = Time(now.toMSecsSinceEpoch()) - m_clock.steady();
    if (m_clockOffset && offset > *m_clockOffset + m_options.clockTolerance)
        m_clockLeapt = now;
    m_clockOffset = offset;
    return now;
}

/// Leases and the time in which a message may still arrive are told by clocks. One that differs from the
/// others' would bury what they are just sending; one that leapt says that time went by which did not.
Done Sender::checkClock(store::Connection &connection)
{
    const QDateTime before = noticeLeap();
    const Time steady = m_clock.steady();
    if (steady < m_nextClockCheck)
        return ok();
    const auto shared = store::OutboxRepository(connection).databaseTime();
    if (!shared)
        return failure(shared.error());
    const qint64 tolerance = m_options.clockTolerance.count();
    m_clockDiffers =
        *shared && (**shared < before.addMSecs(-tolerance) || **shared > m_clock.now().addMSecs(tolerance));
    m_nextClockCheck = steady + clockCheckEach;
    return ok();
}

/// Each line begins at its own place of what is due, so that they seldom want the same.
Result<std::optional<OutboxEntry>> Sender::choose(store::Connection &connection)
{
    const auto due = store::OutboxRepository(connection)
                         .due(m_clock.now(), m_options.holding, m_options.horizon(), m_line + 1);
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
    const exchange::SearchAnswer found =
        m_client.findSent(renewal->patientKey, messageReference(entry.sendKey), lookFrom(entry));
    const QDateTime now = noticeLeap();
    OutboxEntry next = entry;
    if (m_clockLeapt.isValid() && next.doubtedAt < m_clockLeapt)
        next.doubtedAt = m_clockLeapt;
    if (found.code.isEmpty()) {
        wentWell();
        next = sendrules::lookedUp(next, found.messageIds, now, m_options, m_backoff);
    } else {
        const bool concernsAll =
            wentWrong(found.code, exchange::concernsAll(found.code), found.retryAfter, renewal->patientKey);
        next = sendrules::notLookedUp(next, found.code, concernsAll, now, m_options, m_backoff);
    }
    const auto recorded =
        record(connection, next, found.messageIds.size() > 1 ? severalFound(found.messageIds) : QString());
    return recorded ? ok() : Done(failure(recorded.error()));
}

Done Sender::send(store::Connection &connection, const OutboxEntry &chosen)
{
    const Time leaseEnd = m_clock.steady() + m_options.lease();
    OutboxEntry entry = chosen;
    const auto call = take(connection, entry);
    if (!call)
        return failure(call.error());
    // Who slept past the lease may not call any more: others have asked about the row since.
    const auto isTooLate = [&] { return m_clock.now() >= entry.dueAt || m_clock.steady() >= leaseEnd; };
    if (!*call || isTooLate())
        return ok();
    const double rate = m_options.messagesPerSecond / std::max(1, m_options.lines);
    m_nextSend = m_clock.steady() + Time(rate > 0 ? qint64(1000 / rate) : 0);
    SendAnswer answer = m_client.send(**call, isTooLate);
    learn(answer, (*call)->patientKey);
    m_unsettled = Call{entry, answer};
    return settle(connection);
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

/// What the other side said is known nowhere else: it is kept until the database takes it.
Done Sender::settle(store::Connection &connection)
{
    const Call call = *m_unsettled;
    const auto recorded =
        record(connection, sendrules::answered(call.entry, call.answer, m_clock.now(), m_options, m_backoff));
    const Done settled = !recorded   ? Done(failure(recorded.error()))
                         : *recorded ? ok()
                                     : settleLate(connection, call);
    // The program deletes no row; one that somebody took away by hand holds the others not up.
    const bool isGone = !settled && settled.error().code == ErrorCode::NotFound;
    if (!settled && !isGone)
        return settled;
    if (isGone)
        qCWarning(sendingLog, "Row %lld of the outbox is gone: what became of its message is not recorded",
                  static_cast<long long>(call.entry.id.value));
    m_unsettled.reset();
    return ok();
}

/// Somebody took it for dead meanwhile. If it was sent that counts, whatever became of the row; if it surely
/// was not, nobody needs to look for it.
Done Sender::settleLate(store::Connection &connection, const Call &call)
{
    const auto present = store::OutboxRepository(connection).find(call.entry.id);
    if (!present)
        return failure(present.error());
    const QDateTime now = m_clock.now();
    OutboxEntry next = *present;
    QString note;
    if (call.answer.result == SendResult::Sent) {
        if (present->state == OutboxState::Sent && present->messageId == call.answer.messageId)
            return ok();
        note = arrivedAfterAll(*present, call.answer.messageId);
        next = present->state == OutboxState::Sent ? *present
                                                   : sendrules::arrived(*present, call.answer.messageId, now);
    } else if (present->state == OutboxState::Unconfirmed && present->attempts == call.entry.attempts) {
        next = sendrules::answered(*present, call.answer, now, m_options, m_backoff);
    } else {
        return ok();
    }
    const auto recorded = record(connection, next, note);
    if (!recorded)
        return failure(recorded.error());
    return *recorded ? ok() : settleLate(connection, call);
}

Result<bool> Sender::record(store::Connection &connection, const OutboxEntry &entry, const QString &note)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = lockRenewal(connection, entry.renewal); !locked)
        return failure(locked.error());
    const auto recorded = recordSending(connection, entry, m_clock.now(), actor(), note);
    if (!recorded || !*recorded)
        return recorded;
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return true;
}

void Sender::learn(SendAnswer &answer, const QString &patientKey)
{
    const bool isWrong = answer.result == SendResult::Stopped || answer.result == SendResult::Unknown ||
                         answer.concernsAll || answer.retryAfter > 0;
    if (isWrong)
        answer.concernsAll = wentWrong(answer.code, answer.concernsAll, answer.retryAfter, patientKey);
    else
        wentWell();
}

void Sender::wentWell()
{
    m_rests = 0;
    m_stuck.clear();
}

/// Where nothing can be sent the others wait too; they need not all find out by themselves. Whether it is so
/// the code tells, or that it went wrong for several Veterans in a row. One alone never makes the line rest
/// for long. True when it concerns all.
bool Sender::wentWrong(const QString &code, bool concernsAll, int retryAfter, const QString &patientKey)
{
    m_stuck.insert(patientKey);
    const bool areMany = m_stuck.size() >= stuckInARow;
    if (!concernsAll && !areMany && retryAfter == 0)
        return false;
    const Time pause = m_backoff.pause(areMany ? ++m_rests : 1);
    m_pausedUntil = m_clock.steady() + std::max<Time>(pause, std::chrono::seconds(retryAfter));
    m_pausedBy = code;
    return concernsAll || areMany;
}

} // namespace renewal::operations
