// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/problem.h"
#include "app/service/queryreader.h"
#include "app/service/route.h"
#include "app/service/workplace.h"

#include <optional>

namespace renewal::service {

/// The number a path placeholder must be: a positive row id.
template <class Id>
std::optional<Id> idArgument(const Call &call, qsizetype index = 0)
{
    bool isNumber = false;
    const Id id{call.arguments.value(index).toLongLong(&isNumber)};
    return isNumber && id.isValid() ? std::optional(id) : std::nullopt;
}

/// The version in an If-Match field ("7" in quotes); nullopt when it is not one of our ETags.
std::optional<qint64> versionOf(const QByteArray &ifMatch);
QByteArray etagOf(qint64 version);

/// The problem of a path that names nothing.
Answer notFound();
/// The body as a JSON object, or the 400 that says it is none.
std::optional<Answer> readObject(const Call &call, QJsonObject &object);

/// Answers with `render(value)`, or with the problem.
template <class T, class Render>
Answer answered(const Result<T> &result, Render render)
{
    return result ? render(*result) : problemAnswer(result.error());
}

} // namespace renewal::service
