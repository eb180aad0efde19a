// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/intakeserver.h"

#include <QDateTime>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

namespace renewal::testing {

using namespace Qt::StringLiterals;
using End = IntakeManners::End;

namespace {
void say(QTcpSocket *socket, int status, const QByteArray &body, int retryAfter = 0, qsizetype cut = 0)
{
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(status) +
        " X\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (retryAfter > 0)
        head += "Retry-After: " + QByteArray::number(retryAfter) + "\r\n";
    socket->write(head + "\r\n" + body.chopped(cut));
    socket->disconnectFromHost();
}
} // namespace

IntakeServer::IntakeServer()
    : manners([](int) { return IntakeManners{}; })
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port");
}

QUrl IntakeServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1/intake"_s.arg(serverPort()));
}

void IntakeServer::read(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(64 * 1024);
    if (!head.contains("\r\n\r\n"))
        return;
    socket->readAll();
    const IntakeManners how = manners(calls++);
    if (!head.contains("Authorization: Bearer " + token())) {
        say(socket, 401, "{}");
        return;
    }
    switch (how.end) {
    case End::Drop:
        socket->abort();
        return;
    case End::Silence:
        return;
    case End::AnswerNonsense:
        say(socket, 200, "<html>");
        return;
    case End::AnswerTooMuch:
        say(socket, 200, QByteArray(3 * 1024 * 1024, ' '));
        return;
    case End::Answer:
    case End::AnswerHalf:
    case End::SamePage:
        break;
    }
    if (how.status != 200) {
        say(socket, how.status, "{}", how.retryAfter);
        return;
    }
    const QByteArray page = pageFor(head.split(' ').value(1), how);
    if (page.isEmpty())
        say(socket, 410, "{}");
    else
        say(socket, 200, page, 0, how.end == End::AnswerHalf ? page.size() / 2 : 0);
}

/// Empty: it forgot the cursor.
QByteArray IntakeServer::pageFor(const QByteArray &target, const IntakeManners &how)
{
    const QUrl asked = QUrl::fromEncoded(target);
    const QUrlQuery query(asked);
    const QString cursor = query.queryItemValue(u"cursor"_s, QUrl::FullyDecoded);
    if (forgetsCursors && !cursor.isEmpty())
        return {};
    const QDateTime since = QDateTime::fromString(query.queryItemValue(u"since"_s), Qt::ISODateWithMs);
    if (cursor.isEmpty())
        sinceAsked.append(since.toString(Qt::ISODate));
    QStringList found;
    for (const Published &each : std::as_const(published)) {
        if (asked.path().endsWith(u'/' + QString::fromLatin1(each.list)) &&
            QDateTime::fromString(each.at, Qt::ISODate) >= since)
            found += QStringList(listsTwice ? 2 : 1, each.json);
    }
    const int limit = query.queryItemValue(u"limit"_s).toInt();
    const int from = cursor.mid(1).toInt();
    const bool isLast = from + limit >= found.size() && how.end != End::SamePage;
    const QString next = how.end == End::SamePage ? u"#7"_s : isLast ? QString() : u"#%1"_s.arg(from + limit);
    return u"{\"data\":[%1],\"meta\":{\"next\":\"%2\"}}"_s.arg(found.mid(from, limit).join(u','), next)
        .toUtf8();
}

} // namespace renewal::testing
