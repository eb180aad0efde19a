// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/answeringserver.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace renewal::testing {

using namespace Qt::StringLiterals;

QByteArray HeardRequest::field(const QByteArray &name) const
{
    for (const QByteArray &field : fields) {
        if (field.toLower().startsWith(name.toLower() + ':'))
            return field.mid(name.size() + 1).trimmed();
    }
    return {};
}

AnsweringServer::AnsweringServer(Answer answer)
    : m_answer(std::move(answer))
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hear(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
    listen(QHostAddress::LocalHost);
}

QUrl AnsweringServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort()));
}

void AnsweringServer::hear(QTcpSocket *socket)
{
    const QByteArray all = socket->peek(1024 * 1024);
    const qsizetype end = all.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    HeardRequest request;
    request.fields = all.left(end).replace("\r\n", "\n").split('\n');
    request.line = request.fields.takeFirst();
    request.body = all.mid(end + 4);
    if (request.body.size() < request.field("Content-Length").toLongLong())
        return;
    socket->readAll();
    m_heard.append(request);
    const QByteArray said = m_answer(request);
    if (said.isEmpty())
        return;
    socket->write(said);
    socket->disconnectFromHost();
}

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &fields)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: application/json\r\n" +
           fields + "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" +
           body;
}

} // namespace renewal::testing
