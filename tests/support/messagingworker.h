// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/messagingserver.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>

#include <functional>
#include <vector>

class QTcpSocket;

namespace renewal::testing {

/// The part of a MessagingServer that lives in its thread.
class MessagingWorker final : public QTcpServer
{
    Q_OBJECT

public:
    explicit MessagingWorker(MessagingServer &server)
        : m_server(server)
    {
    }

public slots:
    /// Listens; the server knows its port when this is done.
    void begin();
    void release();

private:
    struct Call
    {
        QByteArray path;
        QHash<QByteArray, QByteArray> fields; ///< names in lower case
        QByteArray body;
    };

    void take();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Call &call);
    void answerMessage(QTcpSocket *socket, const Call &call);
    void finishMessage(QTcpSocket *socket, const Call &call, const MessagingManners &manners);
    void end(QTcpSocket *socket, const QByteArray &words, MessagingManners::End end);
    QJsonArray listFor(const Call &call, const SearchManners &manners);
    void answerSearch(QTcpSocket *socket, const Call &call);
    KeptMessage keep(const Call &call);
    void complain(const QString &text);

    MessagingServer &m_server;
    QHash<QTcpSocket *, QByteArray> m_read;
    std::vector<std::function<void()>> m_held;
};

} // namespace renewal::testing
