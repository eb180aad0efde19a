// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/clientconnection.h"

#include "app/service/guardedserver.h"
#include "app/service/problem.h"

#include <QCoreApplication>

#include <algorithm>

#include <poll.h>
#include <sys/socket.h>

namespace renewal::service {

namespace {
constexpr qint64 readStep = 64 * 1024;
/// What the system may hold of our answers; more only makes a slow reader dearer.
constexpr int sendBuffer = 256 * 1024;
/// A request takes two steps, its head and its body. One request, then the others have their turn: nobody
/// gets ahead by sending many at once.
constexpr int stepsInARow = 2;

/// Adds the fields that every answer has, and makes it fit the request's method and the end of the
/// connection.
QByteArray framed(QByteArray answer, bool headOnly, bool close)
{
    const qsizetype statusEnd = answer.indexOf("\r\n") + 2;
    const qsizetype headEnd = answer.indexOf("\r\n\r\n") + 4;
    QByteArray fields = "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    if (close && !QByteArrayView(answer).first(headEnd).contains("\r\nConnection: close\r\n"))
        fields += "Connection: close\r\n";
    if (answer.startsWith("HTTP/1.1 204 "))
        return answer.first(statusEnd) + fields + "\r\n";
    if (headOnly)
        answer.truncate(headEnd);
    answer.insert(statusEnd, fields);
    return answer;
}

int statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}
} // namespace

bool ClientConnection::isReset(qintptr descriptor)
{
    pollfd state{static_cast<int>(descriptor), 0, 0}; // errors and hang-ups are told unasked
    return ::poll(&state, 1, 0) > 0;
}

ClientConnection::ClientConnection(GuardedServer &server, qintptr descriptor)
    : QObject(&server)
    , m_server(server)
    , m_reader(server.limits())
    , m_lastProgress(server.elapsed())
{
    connect(&m_socket, &QTcpSocket::readyRead, this, &ClientConnection::readyRead);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &ClientConnection::written);
    connect(&m_socket, &QTcpSocket::disconnected, this, [this] { m_server.remove(this); });
    // What we do not read stays in the kernel, and stops the sender.
    m_socket.setReadBufferSize(readStep);
    if (!m_socket.setSocketDescriptor(descriptor))
        QMetaObject::invokeMethod(
            this, [this] { m_server.remove(this); }, Qt::QueuedConnection);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, sendBuffer);
}

ClientConnection::~ClientConnection()
{
    m_socket.disconnect(this);
    releaseBody();
    m_server.m_unsent -= m_unsent;
}

void ClientConnection::readyRead()
{
    m_lastProgress = m_server.elapsed();
    advance();
}

void ClientConnection::advance()
{
    // An answer may be written, and its bytesWritten come, while a step is still on the stack.
    if (m_advancing)
        return;
    m_advancing = true;
    int steps = stepsInARow;
    while (steps > 0 && step())
        --steps;
    m_advancing = false;
    if (steps == 0)
        advanceLater();
}

void ClientConnection::advanceLater()
{
    if (m_queued)
        return;
    m_queued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_queued = false;
            advance();
        },
        Qt::QueuedConnection);
}

/// True when there may be more to do at once.
bool ClientConnection::step()
{
    if (!m_socket.isOpen())
        return false; // it went while it was written to
    if (m_state == State::Closing) {
        m_socket.skip(m_socket.bytesAvailable());
        return false;
    }
    if (m_unsent > m_server.limits().unsentEach)
        return false; // its reader is behind: nothing more is read until written() says so
    return m_state == State::Head ? readHead() : readBody();
}

bool ClientConnection::readHead()
{
    m_input += m_socket.read(readStep);
    if (m_input.isEmpty())
        return false;
    if (m_started < 0)
        m_started = m_server.elapsed();
    // Some senders end a body with a line end that is not counted.
    qsizetype blank = 0;
    while (m_reader.size() == 0 && blank < 4 && m_input.sliced(blank).startsWith("\r\n"))
        blank += 2;
    m_input.remove(0, blank);
    switch (m_reader.read(m_input)) {
    case HeadReader::Outcome::More:
        return m_socket.bytesAvailable() > 0;
    case HeadReader::Outcome::Refused:
        refuse(m_reader.refusal().status, m_reader.refusal().detail);
        return false;
    case HeadReader::Outcome::Whole:
        break;
    }
    m_input.remove(0, m_reader.size());
    const RequestHead &head = m_reader.head();
    if (const auto refused = m_server.admit(head)) {
        sendRefusal(*refused);
        return m_state == State::Head;
    }
    m_promised = std::max<qint64>(head.contentLength, 0);
    m_server.m_bodies += m_promised;
    m_state = State::Body;
    if (head.expectsContinue && m_promised > m_input.size())
        m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
    return true;
}

bool ClientConnection::readBody()
{
    if (m_body.isEmpty())
        m_body.reserve(m_promised);
    const qint64 buffered = std::min<qint64>(m_promised - m_body.size(), m_input.size());
    m_body += m_input.first(buffered);
    m_input.remove(0, buffered);
    m_body += m_socket.read(m_promised - m_body.size());
    if (m_body.size() < m_promised)
        return m_socket.bytesAvailable() > 0;
    handOver();
    return m_state == State::Head;
}

void ClientConnection::handOver()
{
    // A crowd that sends and leaves would otherwise make everybody wait for answers to nobody.
    if (isReset(m_socket.socketDescriptor())) {
        abort();
        return;
    }
    const RequestHead &head = m_reader.head();
    const bool close = !head.keepAlive;
    const QByteArray answer = framed(m_server.answerTo(head, m_body), head.isHead(), close);
    releaseBody();
    m_state = State::Head;
    m_started = -1;
    m_reader.reset();
    send(answer);
    if (close)
        beginClosing();
}

void ClientConnection::sendRefusal(const Answer &answer)
{
    const RequestHead &head = m_reader.head();
    // A body that is not taken would be read as the next request: the connection ends.
    const bool close = !head.keepAlive || head.contentLength > 0;
    const QByteArray bytes = framed(serialised(answer, close), head.isHead(), close);
    m_started = -1;
    m_reader.reset();
    send(bytes);
    if (close)
        beginClosing();
}

void ClientConnection::refuse(int status, const QString &detail)
{
    send(framed(serialised(problemAnswer(status, detail), true), false, true));
    beginClosing();
}

void ClientConnection::send(const QByteArray &answer)
{
    m_server.count(statusOf(answer));
    m_unsent += answer.size();
    m_server.m_unsent += answer.size();
    if (m_answered < 0)
        m_answered = m_server.elapsed();
    m_socket.write(answer);
    // At once into the kernel: a sender that has ended its side already makes Qt close ours when it notices.
    m_socket.flush();
}

void ClientConnection::written(qint64 bytes)
{
    m_lastProgress = m_server.elapsed();
    const qint64 sent = std::min(bytes, m_unsent); // a "100 Continue" is not counted
    m_unsent -= sent;
    m_server.m_unsent -= sent;
    if (m_unsent == 0)
        m_answered = -1;
    if (m_state == State::Closing)
        finishClosing();
    else
        advanceLater();
}

void ClientConnection::beginClosing()
{
    m_state = State::Closing;
    m_input.clear();
    releaseBody();
    m_started = m_server.elapsed();
    m_socket.skip(m_socket.bytesAvailable());
    finishClosing();
}

/// Ends our side once everything is sent. The other side's bytes are read on for a while: closing at once
/// would reset the connection, and the sender would lose the answer with it.
void ClientConnection::finishClosing()
{
    if (m_shut || m_socket.bytesToWrite() > 0)
        return;
    m_shut = true;
    m_started = m_server.elapsed();
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
}

void ClientConnection::releaseBody()
{
    m_server.m_bodies -= m_promised;
    m_promised = 0;
    m_body = {};
}

void ClientConnection::check(qint64 now)
{
    const Limits &limits = m_server.limits();
    const bool still = now - m_lastProgress > limits.idle.count();
    if (m_unsent > 0) { // a slow reader
        if (still || now - m_answered > limits.request.count())
            abort();
        return;
    }
    if (m_state == State::Closing) {
        if (now - m_started > limits.linger.count())
            abort();
    } else if (m_started < 0) {
        if (still)
            m_socket.disconnectFromHost();
    } else if (still || now - m_started > limits.request.count()) {
        refuse(408, QCoreApplication::translate("Service", "The request came in too slowly."));
    }
}

void ClientConnection::abort()
{
    m_socket.disconnect(this);
    m_socket.abort();
    m_server.remove(this);
}

} // namespace renewal::service
