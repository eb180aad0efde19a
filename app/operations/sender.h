// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/sendrules.h"
#include "app/upstream/messagingclient.h"
#include "models/base/clock.h"
#include "models/base/result.h"

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// One line of sending: takes a row of the outbox, looks again whether it may be sent, calls Secure
/// Messaging, writes what came of it. A row is marked before the call, so that a death in between is known
/// afterwards; what may have been sent is looked up among the sent messages, and nothing is sent again before
/// that says no. Several lines, of this process or another, do not get into each other's way. Lives in one
/// thread; only interrupt() of the client may come from elsewhere, queued.
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
    QString pausedBy() const { return m_pausedUntil > m_clock.now() ? m_pausedBy : QString(); }

private:
    Result<std::optional<OutboxEntry>> choose(store::Connection &connection);
    Done attend(store::Connection &connection, const OutboxEntry &entry);
    Done bury(store::Connection &connection, const OutboxEntry &entry);
    Done lookUp(store::Connection &connection, const OutboxEntry &entry);
    Done send(store::Connection &connection, const OutboxEntry &entry);
    /// The call of a row that was taken; nullopt when it was not: taken by others, or it may not be sent.
    Result<std::optional<exchange::RenewalCall>> take(store::Connection &connection, OutboxEntry &entry);
    Result<SendFacts> facts(store::Connection &connection, const OutboxEntry &entry);
    Done settle(store::Connection &connection, const OutboxEntry &entry, const exchange::SendAnswer &answer);
    Result<bool> record(store::Connection &connection, const OutboxEntry &entry);
    void learn(const exchange::SendAnswer &answer);
    void rest(const QString &code, int retryAfter);

    const SendingOptions m_options;
    const Clock &m_clock;
    const int m_line;
    Backoff m_backoff;
    upstream::MessagingClient m_client;
    QDateTime m_nextSend;
    QDateTime m_pausedUntil;
    QString m_pausedBy;
    int m_rests = 0; ///< in a row
};

} // namespace renewal::operations
