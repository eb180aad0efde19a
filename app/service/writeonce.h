// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/handlersupport.h"
#include "app/service/repeatable.h"

#include <QJsonDocument>

namespace renewal::service {

/// The value as the answer that once() keeps.
template <class T>
Result<operations::GivenAnswer> given(const Result<T> &result, int status = 200)
{
    if (!result)
        return failure(result.error());
    return operations::GivenAnswer{status, QJsonDocument(toJson(*result)).toJson(QJsonDocument::Compact)};
}

/// The common way of writes whose version is in the body: Idempotency-Key, one transaction for change and
/// answer.
template <class Work>
Answer writeOnce(Workplace &workplace, const Call &call, Work work)
{
    if (auto refused = refuseKey(call))
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto outcome = operations::once(**connection, workplace.clock, repeatableOf(call),
                                          [&] { return work(**connection); });
    return answered(outcome, [](const operations::GivenAnswer &answer) {
        return Answer{answer.status, "application/json", answer.body, {}};
    });
}

} // namespace renewal::service
