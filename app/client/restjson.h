// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/restrequest.h"
#include "models/rest/restpage.h"

#include <functional>

namespace renewal::client {

/// The JSON of an answer, or Unsupported when it is none: then the other side is not the service, or of
/// another age.
Result<QJsonValue> jsonOf(const RestAnswer &answer);

/// Decoders for RestClient::call().
template <class T>
Result<T> decodeOne(const RestAnswer &answer)
{
    const auto json = jsonOf(answer);
    return json ? rest::decode<T>(*json) : Result<T>(failure(json.error()));
}

template <class T>
Result<Page<T>> decodePage(const RestAnswer &answer)
{
    const auto json = jsonOf(answer);
    return json ? rest::decodePage<T>(*json) : Result<Page<T>>(failure(json.error()));
}

template <class T>
Result<QVector<T>> decodeItems(const RestAnswer &answer)
{
    const auto json = jsonOf(answer);
    return json ? rest::decodeItems<T>(*json) : Result<QVector<T>>(failure(json.error()));
}

/// A body as the service expects it.
QByteArray bodyOf(const QJsonObject &json);
/// A fresh key that makes one intended write repeatable.
QString newIdempotencyKey();

} // namespace renewal::client
