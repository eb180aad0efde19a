// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/requesthead.h"

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>

namespace renewal::service {

class GuardedServer;

/// One network connection: reads requests within the limits, one after the other, and writes the answers.
/// Owned by the GuardedServer, which asks it now and then whether its time is over.
class ClientConnection final : public QObject
{
    Q_OBJECT

public:
    ClientConnection(GuardedServer &server, qintptr descriptor);
    ~ClientConnection() override;

    /// The other side is gone: what it sent can still be read, but no answer would arrive. One that only
    /// ended its own side still listens.
    static bool isReset(qintptr descriptor);

    /// Answers with a problem and closes, letting the sender read it first.
    void refuse(int status, const QString &detail);
    /// Enforces the limits of time; `now` as GuardedServer::elapsed().
    void check(qint64 now);

private:
    enum class State
    {
        Head,    ///< between requests, or inside a head
        Body,    ///< the head was admitted, its body is coming in
        Closing, ///< the last answer is on its way; what still comes in is thrown away
    };

    void readyRead();
    void advance();
    void advanceLater();
    bool step();
    bool readHead();
    bool readBody();
    void handOver();
    void send(const QByteArray &answer);
    void sendRefusal(const Answer &answer);
    void written(qint64 bytes);
    void beginClosing();
    void finishClosing();
    void releaseBody();
    void abort();

    GuardedServer &m_server;
    QTcpSocket m_socket;
    HeadReader m_reader;
    State m_state = State::Head;
    QByteArray m_input; ///< read and not yet understood: at most a head and one read's worth
    QByteArray m_body;
    qint64 m_promised = 0; ///< this connection's share of the bodies being received
    qint64 m_unsent = 0;
    qint64 m_lastProgress = 0; ///< a byte came or went
    qint64 m_started = -1;     ///< of the present request; -1 between requests
    qint64 m_answered = -1;    ///< when the oldest unsent answer was written; -1: all sent
    bool m_shut = false;       ///< our side has ended
    bool m_advancing = false;
    bool m_queued = false; ///< advance() will be called from the event loop
};

} // namespace renewal::service
