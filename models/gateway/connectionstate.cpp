// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/connectionstate.h"

namespace renewal {

ConnectionState::ConnectionState(QObject *parent)
    : QObject(parent)
{
}

void ConnectionState::reportContact(const QDateTime &now)
{
    m_lastContact = now;
    m_reason.clear();
    enter(State::Online, now);
    emit contacted();
}

void ConnectionState::reportAway(const QDateTime &now, const QString &reason)
{
    m_reason = reason;
    enter(State::Away, now);
}

void ConnectionState::enter(State state, const QDateTime &now)
{
    if (m_state == state)
        return;
    m_state = state;
    m_since = now;
    emit stateChanged();
}

} // namespace renewal
