// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QTcpServer>
#include <QUrl>
#include <QVector>

#include <functional>

class QTcpSocket;

namespace renewal::testing {

/// One request as it came.
struct HeardRequest
{
    QByteArray line; ///< "GET /api/v1/query?from=1 HTTP/1.1"
    QByteArrayList fields;
    QByteArray body;

    /// The value of a header field, whatever its case; empty without one.
    QByteArray field(const QByteArray &name) const;
};

/// A web server that says what the test tells it to, byte by byte: also what no good server says. On a
/// loopback port, in the thread that made it, whose events must go on. It ends the connection after each
/// answer.
class AnsweringServer : public QTcpServer
{
public:
    using Answer = std::function<QByteArray(const HeardRequest &)>;

    /// `answer` gives the bytes to say; none: the connection stays, in silence.
    explicit AnsweringServer(Answer answer);

    QUrl url() const;
    const QVector<HeardRequest> &heard() const { return m_heard; }

private:
    void hear(QTcpSocket *socket);

    Answer m_answer;
    QVector<HeardRequest> m_heard;
};

/// "HTTP/1.1 200 OK ..." with the body and its length; further fields each end with CR LF.
QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &fields = {});

} // namespace renewal::testing
