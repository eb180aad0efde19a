// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/guardedserver.h"

#include "app/service/clientconnection.h"
#include "app/service/problem.h"
#include "app/service/requestpipe.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QHttpServer>

#include <algorithm>
#include <utility>

#include <unistd.h>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
/// Connections over the ceiling that may still be told so; those beyond are dropped without a word.
constexpr qsizetype politeRefusals = 64;
constexpr int backlog = 1024;
constexpr int acceptPause = 100; // milliseconds

/// The fields that handlers read; all others end at the guard.
constexpr const char *forwardedFields[] = {"authorization", "content-type", "if-match", "idempotency-key"};

/// The one form in which QtHttpServer ever sees a request.
QByteArray canonical(const RequestHead &head, const QByteArray &body)
{
    QByteArray bytes;
    bytes.reserve(512 + body.size());
    bytes += (head.isHead() ? QByteArray("GET") : head.method) + ' ' + head.path;
    if (!head.query.isEmpty())
        bytes += '?' + head.query;
    bytes += " HTTP/1.1\r\nHost: localhost\r\n";
    for (const char *name : forwardedFields) {
        if (const QByteArray value = head.value(name); !value.isEmpty())
            bytes += QByteArray(name) + ": " + value + "\r\n";
    }
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    return bytes + body;
}
} // namespace

GuardedServer::GuardedServer(const Limits &limits, Admit admit, QObject *parent)
    : QTcpServer(parent)
    , m_limits(limits)
    , m_admit(std::move(admit))
{
    m_elapsed.start();
    setListenBacklogSize(backlog);
    // Out of file descriptors, Qt stops accepting for good: try again in a moment.
    connect(this, &QTcpServer::acceptError, this,
            [this] { QTimer::singleShot(acceptPause, this, [this] { resumeAccepting(); }); });
    connect(&m_sweep, &QTimer::timeout, this, &GuardedServer::sweep);
    const auto step = std::min({limits.idle, limits.request, limits.linger}) / 8;
    m_sweep.start(std::clamp(step, std::chrono::milliseconds(10), std::chrono::milliseconds(250)));
}

GuardedServer::~GuardedServer()
{
    m_connections.clear();
    // Those removed but not yet deleted too: each gives its bytes back to this object.
    qDeleteAll(findChildren<ClientConnection *>(Qt::FindDirectChildrenOnly));
}

Done GuardedServer::start(const QHostAddress &address, quint16 port, QHttpServer &http)
{
    if (!listen(address, port)) {
        return failure(ErrorCode::Unavailable,
                       QCoreApplication::translate("Service", "The service cannot listen on %1, port %2: %3.")
                           .arg(address.toString())
                           .arg(port)
                           .arg(errorString()));
    }
    http.bind(this);
    openPipe();
    return ok();
}

void GuardedServer::openPipe()
{
    if (m_pipe)
        m_pipe->deleteLater();
    m_pipe = new RequestPipe(this);
    addPendingConnection(m_pipe);
}

void GuardedServer::incomingConnection(qintptr descriptor)
{
    if (m_connections.size() >= m_limits.connections + politeRefusals ||
        ClientConnection::isReset(descriptor)) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    const bool full = m_connections.size() >= m_limits.connections;
    auto *connection = new ClientConnection(*this, descriptor);
    m_connections.insert(connection);
    ++m_counts.connectionsOpened;
    if (full)
        connection->refuse(
            503, QCoreApplication::translate("Service", "Too many connections; try again in a moment."));
}

std::optional<Answer> GuardedServer::admit(const RequestHead &head)
{
    ++m_counts.requests;
    const QString busy =
        QCoreApplication::translate("Service", "The service is busy; try again in a moment.");
    if (m_unsent > m_limits.unsentTotal)
        return problemAnswer(503, busy).with("Retry-After", "2");
    if (auto refused = m_admit(head))
        return refused;
    if (head.contentLength > 0 && m_bodies + head.contentLength > m_limits.bodiesTotal)
        return problemAnswer(503, busy).with("Retry-After", "2");
    return std::nullopt;
}

QByteArray GuardedServer::answerTo(const RequestHead &head, const QByteArray &body)
{
    QByteArray answer = m_pipe->exchange(canonical(head, body));
    if (m_pipe->isBroken() || !answer.startsWith("HTTP/1.1 ")) {
        openPipe();
        answer = serialised(problemAnswer(500, QCoreApplication::translate(
                                                   "Service", "The service could not answer this request.")),
                            false);
    }
    return answer;
}

void GuardedServer::remove(ClientConnection *connection)
{
    if (m_connections.remove(connection))
        connection->deleteLater();
}

void GuardedServer::sweep()
{
    const qint64 now = elapsed();
    const auto connections = m_connections; // a check may remove its connection
    for (ClientConnection *connection : connections)
        connection->check(now);
}

} // namespace renewal::service
