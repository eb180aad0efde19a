// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/requestpipe.h"

#include <QHostAddress>

#include <algorithm>
#include <utility>

namespace renewal::service {

RequestPipe::RequestPipe(QObject *parent)
    : QTcpSocket(parent)
{
    setPeerAddress(QHostAddress(QHostAddress::LocalHost));
    setSocketState(ConnectedState);
    setOpenMode(ReadWrite);
}

RequestPipe::~RequestPipe()
{
    // There is nothing beneath that could be closed.
    setSocketState(UnconnectedState);
    setOpenMode(NotOpen);
}

QByteArray RequestPipe::exchange(const QByteArray &request)
{
    m_request = request;
    m_position = 0;
    m_answer.clear();
    emit readyRead();
    m_request.clear();
    m_position = 0;
    return std::exchange(m_answer, {});
}

qint64 RequestPipe::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_request.size() - m_position;
}

void RequestPipe::disconnectFromHost()
{
    m_broken = true;
}

qint64 RequestPipe::readData(char *data, qint64 maxSize)
{
    const qsizetype size = std::min<qsizetype>(maxSize, m_request.size() - m_position);
    std::copy_n(m_request.constData() + m_position, size, data);
    m_position += size;
    return size;
}

qint64 RequestPipe::writeData(const char *data, qint64 size)
{
    m_answer.append(data, size);
    return size;
}

} // namespace renewal::service
