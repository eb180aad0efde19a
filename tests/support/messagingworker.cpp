// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/messagingworker.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <utility>

namespace renewal::testing {

using namespace Qt::StringLiterals;
using End = MessagingManners::End;

namespace {
QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray wire(int status, const QByteArray &body, int retryAfter = 0)
{
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(status) +
        " X\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (retryAfter > 0)
        head += "Retry-After: " + QByteArray::number(retryAfter) + "\r\n";
    return head + "\r\n" + body;
}

QByteArray refusal(int errorCode, int status, int retryAfter)
{
    const QByteArray body = errorCode > 0 ? compact({{u"errorCode"_s, errorCode},
                                                     {u"developerMessage"_s, QString()},
                                                     {u"message"_s, u"refused"_s}})
                                          : QByteArray("<html>");
    return wire(status > 0 ? status : 400, body, retryAfter);
}

void say(QTcpSocket *socket, const QByteArray &bytes)
{
    socket->write(bytes);
    socket->disconnectFromHost();
}

QJsonObject toJson(const KeptMessage &message, bool withBody)
{
    return {{u"id"_s, message.id.toLongLong()},
            {u"category"_s, u"MEDICATIONS"_s},
            {u"subject"_s, message.subject},
            {u"body"_s, withBody ? QJsonValue(message.body) : QJsonValue()},
            {u"attachment"_s, false},
            {u"sentDate"_s, message.at.toString(Qt::ISODate)},
            {u"senderId"_s, 384939},
            {u"senderName"_s, u"DOE, JANE"_s},
            {u"recipientId"_s, message.recipient},
            {u"recipientName"_s, u"Team"_s},
            {u"readReceipt"_s, QJsonValue()}};
}
} // namespace

void MessagingWorker::begin()
{
    connect(this, &QTcpServer::newConnection, this, &MessagingWorker::take);
    listen(QHostAddress::LocalHost);
    const std::lock_guard lock(m_server.m_mutex);
    m_server.m_port = serverPort();
}

void MessagingWorker::take()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        {
            const std::lock_guard lock(m_server.m_mutex);
            ++m_server.m_connections;
        }
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_read.remove(socket);
            socket->deleteLater();
        });
    }
}

void MessagingWorker::read(QTcpSocket *socket)
{
    QByteArray &bytes = m_read[socket];
    bytes += socket->readAll();
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    Call call;
    call.path = lines.constFirst().split(' ').value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        call.fields.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = call.fields.value("content-length").toLongLong();
    if (bytes.size() < end + 4 + length)
        return;
    call.body = bytes.mid(end + 4, length);
    bytes.clear();
    answer(socket, call);
}

void MessagingWorker::answer(QTcpSocket *socket, const Call &call)
{
    if (call.fields.value("authorization") != "Bearer " + MessagingServer::token()) {
        say(socket,
            wire(401, R"({"errorCode":101,"developerMessage":"","message":"Application credentials"})"));
        return;
    }
    if (call.fields.value("mhvcorrelationid").isEmpty())
        complain(u"a call says not in whose name it is made"_s);
    if (call.path == "/sm/message/renewal")
        answerMessage(socket, call);
    else if (call.path.startsWith("/sm/folder/-1/searchMessage/page/1/pageSize/"))
        answerSearch(socket, call);
    else
        say(socket, wire(404, "no such page"));
}

void MessagingWorker::answerMessage(QTcpSocket *socket, const Call &call)
{
    MessagingManners manners;
    {
        const std::lock_guard lock(m_server.m_mutex);
        manners = m_server.m_manners(m_server.m_calls++);
        const QString patient = QString::fromUtf8(call.fields.value("mhvcorrelationid"));
        manners = m_server.m_mannersFor.value(patient, manners);
    }
    const auto finish = [this, socket = QPointer<QTcpSocket>(socket), call, manners] {
        finishMessage(socket, call, manners);
    };
    if (manners.isHeld)
        m_held.push_back(finish);
    else if (manners.late > 0)
        QTimer::singleShot(manners.late, this, finish);
    else
        finish();
}

void MessagingWorker::release()
{
    for (const auto &finish : std::exchange(m_held, {}))
        finish();
}

/// The socket is null when the caller went away meanwhile; the message is kept all the same.
void MessagingWorker::finishMessage(QTcpSocket *socket, const Call &call, const MessagingManners &manners)
{
    QByteArray words;
    if (manners.errorCode > 0 || manners.status > 0)
        words = refusal(manners.errorCode, manners.status, manners.retryAfter);
    else if (manners.end != End::DropBefore)
        words = wire(200, compact(toJson(keep(call), true)));
    QTimer::singleShot(manners.delay, this,
                       [this, socket = QPointer<QTcpSocket>(socket), words, how = manners.end] {
                           if (socket)
                               end(socket, words, how);
                       });
}

void MessagingWorker::end(QTcpSocket *socket, const QByteArray &words, End end)
{
    switch (end) {
    case End::Answer:
        say(socket, words);
        break;
    case End::AnswerAndStay:
        socket->write(words);
        break;
    case End::DropBefore:
    case End::DropAfter:
        socket->abort();
        break;
    case End::Silence:
        break;
    case End::AnswerHalf:
        say(socket, words.left(words.size() - 20));
        break;
    case End::AnswerNonsense:
        say(socket, wire(200, "thank you"));
        break;
    case End::AnswerTooMuch:
        say(socket, wire(200, QByteArray(3 * 1024 * 1024, 'x')));
        break;
    }
}

KeptMessage MessagingWorker::keep(const Call &call)
{
    const QJsonObject json = QJsonDocument::fromJson(call.body).object();
    for (const auto &name : {u"subject"_s, u"category"_s, u"recipientId"_s, u"body"_s, u"prescriptionId"_s}) {
        if (!json.contains(name))
            complain(u"a message has no "_s + name);
    }
    if (json.value("subject"_L1).toString().size() > 50)
        complain(u"a subject is longer than 50 characters"_s);
    const std::lock_guard lock(m_server.m_mutex);
    const KeptMessage message{QString::number(674838 + m_server.m_messages.size()),
                              QString::fromUtf8(call.fields.value("mhvcorrelationid")),
                              json.value("prescriptionId"_L1).toString(),
                              json.value("recipientId"_L1).toInteger(),
                              json.value("subject"_L1).toString(),
                              json.value("body"_L1).toString(),
                              m_server.m_time.isValid() ? m_server.m_time : QDateTime::currentDateTimeUtc()};
    m_server.m_messages.append(message);
    return message;
}

void MessagingWorker::answerSearch(QTcpSocket *socket, const Call &call)
{
    SearchManners manners;
    {
        const std::lock_guard lock(m_server.m_mutex);
        ++m_server.m_searches;
        manners = m_server.m_searchManners(QString::fromUtf8(call.fields.value("mhvcorrelationid")));
    }
    if (manners.errorCode > 0 || manners.status > 0)
        say(socket, refusal(manners.errorCode, manners.status, 0));
    else if (manners.isTooMuch)
        say(socket, wire(200, '[' + QByteArray(3 * 1024 * 1024, ' ') + ']'));
    else
        say(socket, wire(200, QJsonDocument(listFor(call, manners)).toJson(QJsonDocument::Compact)));
}

QJsonArray MessagingWorker::listFor(const Call &call, const SearchManners &manners)
{
    const QString patient = QString::fromUtf8(call.fields.value("mhvcorrelationid"));
    const QJsonObject asked = QJsonDocument::fromJson(call.body).object();
    const QString subject = asked.value("subject"_L1).toString();
    const QDateTime from = QDateTime::fromString(asked.value("fromDate"_L1).toString(), Qt::RFC2822Date);
    if (subject.isEmpty() || !from.isValid())
        complain(u"a search says not for what, or since when"_s);
    QJsonArray list;
    if (manners.hasUnreadable)
        list.append(QJsonObject{{u"x"_s, 1}});
    for (int i = 0; manners.isFull && i < 100; ++i)
        list.append(toJson({QString::number(100 + i), patient, {}, 1, u"Other"_s, {}, from}, false));
    const std::lock_guard lock(m_server.m_mutex);
    for (KeptMessage message : std::as_const(m_server.m_messages)) {
        if (manners.isFull || message.patient != patient || !message.subject.contains(subject) ||
            message.at < from)
            continue;
        message.recipient += manners.renumbersTeams ? 1 : 0;
        for (int times = manners.listsTwice ? 2 : 1; times > 0; --times)
            list.append(toJson(message, false));
    }
    return list;
}

void MessagingWorker::complain(const QString &text)
{
    const std::lock_guard lock(m_server.m_mutex);
    m_server.m_complaint = text;
}

} // namespace renewal::testing
