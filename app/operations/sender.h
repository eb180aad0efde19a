// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/sendrules.h"
#include "app/upstream/messagingclient.h"
#include "models/base/clock.h"
#include "models/base/result.h"

#include <QSet>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// One line of sending: takes a row of the outbox, looks again whether it may be sent, calls Secure
/// Messaging, writes what came of it. A row is marked before the call, so that a death in between is known
/// afterwards; what may have been sent is looked up among the sent messages, and nothing is sent again before
/// that says no. Several lines, of this process or another, do not get into each other's way. What goes wrong
/// for all makes the line rest; what goes wrong for one Veteran puts off that message only. Leases are told
/// by the clock: nothing is done while it differs from the database's. Lives in one thread; only interrupt()
/// of the client may come from elsewhere, queued.
class Sender
{
public:
    /// `line` counts from 0; the lines share the rate.
    Sender(const SendingOptions &options, const Clock &clock, int line = 0);

    struct Step
    {
        bool isIdle = true; ///< nothing was to be done
        QDateTime next;     ///< when there is something; invalid: when something is routed
    };
    /// Does one thing. Waits for Secure Messaging, and handles the thread's events meanwhile.
    Result<Step> step(store::Connection &connection);

    upstream::MessagingClient &client() { return m_client; }
    /// Why nothing is sent for the moment, a code of exchange::sendProblem(); empty when nothing stands in
    /// the way.
    QString pausedBy() const;

private:
    using Time = std::chrono::milliseconds;
    /// A call that was made, until what came of it is written.
    struct Call
    {
        OutboxEntry entry;
        exchange::SendAnswer answer;
    };

    QDateTime noticeLeap();
    Done checkClock(store::Connection &connection);
    Step idleUntil(Time steady) const;
    Result<std::optional<OutboxEntry>> choose(store::Connection &connection);
    Done attend(store::Connection &connection, const OutboxEntry &entry);
    Done bury(store::Connection &connection, const OutboxEntry &entry);
    Done lookUp(store::Connection &connection, const OutboxEntry &entry);
    Done send(store::Connection &connection, const OutboxEntry &entry);
    /// The call of a row that was taken; nullopt when it was not: taken by others, or it may not be sent.
    Result<std::optional<exchange::RenewalCall>> take(store::Connection &connection, OutboxEntry &entry);
    Result<SendFacts> facts(store::Connection &connection, const OutboxEntry &entry);
    Done settle(store::Connection &connection);
    Done settleLate(store::Connection &connection, const Call &call);
    Result<bool> record(store::Connection &connection, const OutboxEntry &entry, const QString &note = {});
    void learn(exchange::SendAnswer &answer, const QString &patientKey);
    void wentWell();
    bool wentWrong(const QString &code, bool concernsAll, int retryAfter, const QString &patientKey);

    const SendingOptions m_options;
    const Clock &m_clock;
    const int m_line;
    Backoff m_backoff;
    upstream::MessagingClient m_client;
    std::optional<Call> m_unsettled; ///< the database did not take it yet
    Time m_nextSend{0};              ///< steady, as the next three
    Time m_pausedUntil{0};
    Time m_nextClockCheck{0};
    QString m_pausedBy;
    bool m_clockDiffers = false;
    std::optional<Time> m_clockOffset; ///< of the clock to the steady one
    QDateTime m_clockLeapt;            ///< to there
    int m_rests = 0;                   ///< in a row
    QSet<QString> m_stuck;             ///< the Veterans for whom nothing went well since it last did for any
};

} // namespace renewal::operations
