// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/once.h"

#include "app/store/idempotencyrepository.h"
#include "app/store/transaction.h"

#include <QCoreApplication>

namespace renewal::operations {

namespace {
Result<GivenAnswer> repeated(const store::StoredAnswer &answer, const RepeatableRequest &request)
{
    if (answer.requestHash != request.requestHash) {
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate(
                "Once", "This Idempotency-Key was used for another request; use a new one for each write."));
    }
    return GivenAnswer{answer.status, answer.response};
}
} // namespace

Result<GivenAnswer> once(store::Connection &connection, const Clock &clock, const RepeatableRequest &request,
                         const std::function<Result<GivenAnswer>()> &change)
{
    auto transaction = store::Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    store::IdempotencyRepository answers(connection);
    const auto found = answers.find(request.key);
    if (!found)
        return failure(found.error());
    if (*found)
        return repeated(**found, request);
    const auto given = change();
    if (!given)
        return given;
    const store::StoredAnswer answer{request.requestHash, given->status, given->body};
    if (const Done done = answers.store(request.key, answer, clock.now()); !done)
        return failure(done.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return given;
}

} // namespace renewal::operations
