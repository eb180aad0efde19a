// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace renewal::service {

/// The only "connection" that QtHttpServer ever has: a socket without a network, through which the guard
/// hands it one whole, checked request at a time and takes the whole answer back. QtHttpServer 6.4 has no
/// ceilings, reads ambiguous framing and keeps pointers to sockets that have gone; behind this pipe none of
/// that can be reached from outside. Lives in the service thread.
class RequestPipe final : public QTcpSocket
{
    Q_OBJECT

public:
    explicit RequestPipe(QObject *parent = nullptr);
    ~RequestPipe() override;

    /// What QtHttpServer answers to `request`; empty when it gave none.
    QByteArray exchange(const QByteArray &request);
    /// QtHttpServer hung up: it could not read what it was given. The pipe is of no more use.
    bool isBroken() const { return m_broken; }

    qint64 bytesAvailable() const override;
    void disconnectFromHost() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_request;
    qsizetype m_position = 0;
    QByteArray m_answer;
    bool m_broken = false;
};

} // namespace renewal::service
