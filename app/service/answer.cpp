// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/answer.h"

#include "models/rest/restproblem.h"

#include <QJsonDocument>

namespace renewal::service {

Answer jsonAnswer(const QJsonObject &json, int status)
{
    return {status, "application/json", QJsonDocument(json).toJson(QJsonDocument::Compact), {}};
}

Answer textAnswer(const QByteArray &text, int status)
{
    return {status, "text/plain; charset=utf-8", text, {}};
}

QByteArray serialised(const Answer &answer, bool close)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' +
                       rest::reasonPhrase(answer.status).toLatin1() +
                       "\r\nContent-Type: " + answer.contentType +
                       "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    for (const HeaderField &field : answer.headers)
        bytes += field.first + ": " + field.second + "\r\n";
    if (close)
        bytes += "Connection: close\r\n";
    return bytes + "\r\n" + answer.body;
}

} // namespace renewal::service
