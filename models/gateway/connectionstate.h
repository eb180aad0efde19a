// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

namespace renewal {

/// Whether the service answers. The client drives it, the shell shows it (banner, data greyed by age).
/// Lives in the thread of the user interface; times are UTC and handed in by the caller.
class ConnectionState final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Connecting, ///< before the first answer
        Online,
        Away, ///< the last request got no answer; retries go on
    };
    Q_ENUM(State)

    explicit ConnectionState(QObject *parent = nullptr);

    State state() const { return m_state; }
    /// When the present state began.
    QDateTime since() const { return m_since; }
    /// When the service last answered; invalid before its first answer.
    QDateTime lastContact() const { return m_lastContact; }
    /// One sentence for the user, only while Away.
    QString reason() const { return m_reason; }

    /// An answer came: Online, and the data is as old as `now`.
    void reportContact(const QDateTime &now);
    /// No answer came. Before the first answer ever this too is Away.
    void reportAway(const QDateTime &now, const QString &reason);

signals:
    /// The state (not only the last contact) changed.
    void stateChanged();
    /// The service answered once more.
    void contacted();

private:
    void enter(State state, const QDateTime &now);

    State m_state = State::Connecting;
    QDateTime m_since;
    QDateTime m_lastContact;
    QString m_reason;
};

} // namespace renewal
