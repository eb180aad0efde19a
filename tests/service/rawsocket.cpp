// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/rawsocket.h"

#include <QElapsedTimer>

#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace renewal::testing {

namespace {
constexpr int patience = 10'000; // milliseconds

bool waitFor(int descriptor, short events)
{
    pollfd waiting{descriptor, events, 0};
    return poll(&waiting, 1, patience) > 0;
}
} // namespace

QByteArray RawAnswer::value(const QByteArray &lowerName) const
{
    for (const auto &field : fields) {
        if (field.first == lowerName)
            return field.second;
    }
    return {};
}

RawSocket::RawSocket(quint16 port)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

RawSocket::RawSocket(RawSocket &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_buffer(std::move(other.m_buffer))
{
}

RawSocket::~RawSocket()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool RawSocket::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        if (!waitFor(m_descriptor, POLLOUT))
            return false;
        const ssize_t part = ::send(m_descriptor, bytes.constData() + sent,
                                    static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (part < 0)
            return false;
        sent += part;
    }
    return true;
}

qint64 RawSocket::sendSome(const QByteArray &bytes)
{
    return ::send(m_descriptor, bytes.constData(), static_cast<size_t>(bytes.size()),
                  MSG_NOSIGNAL | MSG_DONTWAIT);
}

bool RawSocket::readMore()
{
    if (!waitFor(m_descriptor, POLLIN))
        return false;
    char part[65536];
    const ssize_t size = ::recv(m_descriptor, part, sizeof part, 0);
    if (size <= 0)
        return false;
    m_buffer.append(part, size);
    return true;
}

std::optional<RawAnswer> RawSocket::answer(bool toHead)
{
    qsizetype end = 0;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!readMore())
            return std::nullopt;
    }
    RawAnswer answer;
    const QList<QByteArray> lines = m_buffer.first(end).split('\n');
    answer.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.fields.append({line.first(colon).toLower(), line.mid(colon + 1).trimmed()});
    }
    m_buffer.remove(0, end + 4);
    const bool bodiless = toHead || answer.status == 204 || answer.status == 100;
    const qsizetype size = bodiless ? 0 : answer.value("content-length").toLongLong();
    while (m_buffer.size() < size) {
        if (!readMore())
            return std::nullopt;
    }
    answer.body = m_buffer.first(size);
    m_buffer.remove(0, size);
    return answer;
}

bool RawSocket::closes()
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (elapsed.elapsed() < patience) {
        if (!waitFor(m_descriptor, POLLIN))
            return false;
        char part[65536];
        if (::recv(m_descriptor, part, sizeof part, 0) <= 0)
            return true;
    }
    return false;
}

bool RawSocket::isClosed()
{
    char byte = 0;
    const ssize_t size = ::recv(m_descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return size == 0 || (size < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
}

bool RawSocket::isReadable(int milliseconds)
{
    pollfd waiting{m_descriptor, POLLIN, 0};
    return poll(&waiting, 1, milliseconds) > 0;
}

void RawSocket::halfClose()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void RawSocket::reset()
{
    const linger abrupt{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &abrupt, sizeof abrupt);
    ::close(m_descriptor);
    m_descriptor = -1;
}

QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &token,
                   const QByteArray &fields, const std::optional<QByteArray> &body)
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    if (!token.isEmpty())
        bytes += "Authorization: Bearer " + token + "\r\n";
    bytes += fields;
    if (body)
        bytes += "Content-Length: " + QByteArray::number(body->size()) + "\r\n";
    return bytes + "\r\n" + body.value_or(QByteArray());
}

} // namespace renewal::testing
