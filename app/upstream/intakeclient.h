// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/messagingclient.h"
#include "models/domain/intake.h"

#include <QObject>

namespace renewal::upstream {

/// One page of a list of the upstream.
struct IntakeQuery
{
    IntakeSource source = IntakeSource::Messages;
    QDateTime since;
    QString cursor; ///< empty: the first page since then
    int limit = 200;
};

struct IntakeAnswer
{
    QByteArray body;
    QString code;       ///< of exchange::intakeProblem(); empty when the body is whole
    int retryAfter = 0; ///< seconds that the other side asked for; 0: none
};

/// Reads lists of the upstream, one call at a time: GET renewal-messages and prescription-changes with since,
/// cursor and limit. No such call is public for staff, so the address stands for an adapter that delivers the
/// documented records. A call returns when its answer is there, handling the thread's events meanwhile. Lives
/// in one thread.
class IntakeClient final : public QObject
{
    Q_OBJECT

public:
    explicit IntakeClient(MessagingEndpoint endpoint, const MessagingLimits &limits);

    IntakeAnswer page(const IntakeQuery &query);

public slots:
    /// Ends the call under way, and any after it: for the end of the service.
    void interrupt();

signals:
    void interrupted();

private:
    QNetworkRequest request(const IntakeQuery &query) const;

    const MessagingEndpoint m_endpoint;
    const MessagingLimits m_limits;
    bool m_isInterrupted = false;
};

} // namespace renewal::upstream
