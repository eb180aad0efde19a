// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/handlersupport.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace renewal::service {

std::optional<qint64> versionOf(const QByteArray &ifMatch)
{
    if (ifMatch.size() < 3 || !ifMatch.startsWith('"') || !ifMatch.endsWith('"'))
        return std::nullopt;
    bool isNumber = false;
    const qint64 version = ifMatch.sliced(1, ifMatch.size() - 2).toLongLong(&isNumber);
    return isNumber && version >= 0 ? std::optional(version) : std::nullopt;
}

QByteArray etagOf(qint64 version)
{
    return '"' + QByteArray::number(version) + '"';
}

Answer notFound()
{
    return problemAnswer(404, QCoreApplication::translate("Service", "There is nothing at this address."));
}

std::optional<Answer> readObject(const Call &call, QJsonObject &object)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(call.body, &error);
    if (error.error != QJsonParseError::NoError) {
        return problemAnswer(400,
                             QCoreApplication::translate("Service", "The body is not JSON: %1 at byte %2.")
                                 .arg(error.errorString())
                                 .arg(error.offset));
    }
    if (!document.isObject())
        return problemAnswer(400, QCoreApplication::translate("Service", "The body must be a JSON object."));
    object = document.object();
    return std::nullopt;
}

} // namespace renewal::service
