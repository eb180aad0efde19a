// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/sender.h"
#include "app/store/outboxrepository.h"
#include "tests/operations/triagetest.h"
#include "tests/support/messagingserver.h"

namespace renewal::testing {

/// What tests of sending share: triage's renewals, of which 2 and 3 may be routed, a Secure Messaging, and a
/// clock that goes on only when nothing is due.
class SendingTest : public TriageTest
{
public:
    using TriageTest::TriageTest;

protected:
    /// A new Secure Messaging, noon again, and these renewals routed.
    void begin(const QVector<qint64> &routed);
    MessagingServer &server() { return *m_server; }
    operations::SendingOptions options() const;
    /// The same with little time for a call: for one call to a server that is silent.
    operations::SendingOptions impatient() const;
    /// Steps until nothing is to be done any more, or so often; true when nothing is.
    bool drain(operations::Sender &sender, int steps = 300);
    /// Runs a statement as somebody else, from any thread: the server's, while a call is under way.
    void meanwhile(const QString &statement);
    OutboxEntry newest(qint64 renewal);
    QString stateOf(qint64 renewal) { return toString(newest(renewal).state); }
    store::OutboxRepository outbox() { return store::OutboxRepository(connection()); }

private:
    std::unique_ptr<MessagingServer> m_server;
};

} // namespace renewal::testing
