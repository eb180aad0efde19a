// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/limits.h"
#include "app/service/requesthead.h"
#include "models/base/result.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <optional>

class QHostAddress;
class QHttpServer;

namespace renewal::service {

class ClientConnection;
class RequestPipe;

/// What the guard has seen since it started; the numbers of GET /metrics.
struct GuardCounts
{
    qint64 connectionsOpened = 0;
    qint64 requests = 0;
    QHash<int, qint64> answers; ///< by status
};

/// Stands between the network and QtHttpServer. Each connection is read here, against the limits; only a
/// whole request with a checked head, a bounded body and the right to be there is handed on, through the
/// RequestPipe, in one canonical form. Everything else is answered here with a problem document. Lives in
/// the service thread.
class GuardedServer final : public QTcpServer
{
    Q_OBJECT

public:
    /// Decides on a head before any byte of its body is taken: an Answer refuses it.
    using Admit = std::function<std::optional<Answer>(const RequestHead &)>;

    GuardedServer(const Limits &limits, Admit admit, QObject *parent = nullptr);
    ~GuardedServer() override;

    /// Listens, and becomes the only source of requests of `http`, which takes ownership.
    Done start(const QHostAddress &address, quint16 port, QHttpServer &http);

    const Limits &limits() const { return m_limits; }
    const GuardCounts &counts() const { return m_counts; }
    qsizetype openConnections() const { return m_connections.size(); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    friend class ClientConnection;

    /// The answer to an admitted request, as bytes.
    QByteArray answerTo(const RequestHead &head, const QByteArray &body);
    std::optional<Answer> admit(const RequestHead &head);
    void count(int status) { ++m_counts.answers[status]; }
    /// Milliseconds of a clock that never jumps.
    qint64 elapsed() const { return m_elapsed.elapsed(); }
    void remove(ClientConnection *connection);
    void sweep();
    void openPipe();

    const Limits m_limits;
    const Admit m_admit;
    RequestPipe *m_pipe = nullptr;
    QSet<ClientConnection *> m_connections;
    GuardCounts m_counts;
    qint64 m_bodies = 0; ///< bytes promised to bodies being received
    qint64 m_unsent = 0; ///< bytes written and not yet taken by the readers
    QElapsedTimer m_elapsed;
    QTimer m_sweep;
};

} // namespace renewal::service
