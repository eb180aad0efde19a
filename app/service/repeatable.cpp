// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/repeatable.h"

#include "app/service/problem.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace renewal::service {

namespace {
constexpr qsizetype longestKey = 200;
}

std::optional<Answer> refuseKey(const Call &call)
{
    if (call.idempotencyKey.isEmpty())
        return problemAnswer(
            400, QCoreApplication::translate("Service",
                                             "Idempotency-Key is missing: one for each intended action."));
    if (call.idempotencyKey.size() > longestKey)
        return problemAnswer(
            400, QCoreApplication::translate("Service", "Idempotency-Key is over 200 characters."));
    return std::nullopt;
}

operations::RepeatableRequest repeatableOf(const Call &call)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {call.method, call.path, call.ifMatch, call.body}) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return {call.actor + u'/' + QString::fromLatin1(call.idempotencyKey),
            QString::fromLatin1(hash.result().toHex())};
}

} // namespace renewal::service
