// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restjson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUuid>

namespace renewal::client {

using namespace Qt::StringLiterals;

Result<QJsonValue> jsonOf(const RestAnswer &answer)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(answer.body, &problem);
    if (document.isObject())
        return QJsonValue(document.object());
    return failure(ErrorCode::Unsupported,
                   QCoreApplication::translate("RestClient",
                                               "The service answered in a form this program does "
                                               "not know. Check that both have the same version."),
                   u"no JSON object: "_s + problem.errorString());
}

QByteArray bodyOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString newIdempotencyKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace renewal::client
