// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <optional>

namespace renewal::testing {

/// One answer as it came over the wire.
struct RawAnswer
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> fields; ///< names in lower case
    QByteArray body;

    QByteArray value(const QByteArray &lowerName) const;
};

/// A client that may behave as badly as a test wants: bytes go out as given. Blocking, with a deadline of ten
/// seconds for every wait; the service answers from its own thread.
class RawSocket
{
public:
    explicit RawSocket(quint16 port);
    ~RawSocket();
    RawSocket(const RawSocket &) = delete;
    RawSocket &operator=(const RawSocket &) = delete;
    RawSocket(RawSocket &&other) noexcept;

    bool isConnected() const { return m_descriptor >= 0; }
    /// False when the other side took no more of it.
    bool send(const QByteArray &bytes);
    /// Sends as much as the other side takes at once; the number of bytes.
    qint64 sendSome(const QByteArray &bytes);
    /// The next answer; nullopt when the other side closed or said nothing in time.
    std::optional<RawAnswer> answer(bool toHead = false);
    /// True when the other side ends the connection, reading on until then.
    bool closes();
    /// True when the other side has ended or reset the connection already.
    bool isClosed();
    /// Waits at most so long for something to read (or the end); false when nothing came.
    bool isReadable(int milliseconds);
    /// Ends our side only.
    void halfClose();
    /// Ends with a reset, as a crash would.
    void reset();

private:
    bool readMore();

    int m_descriptor = -1;
    QByteArray m_buffer;
};

/// "GET /path HTTP/1.1" with Host and token, and more fields and a body when given.
QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &token,
                   const QByteArray &fields = {}, const std::optional<QByteArray> &body = {});

} // namespace renewal::testing
