// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace renewal::store {

class Connection;

/// An answer already given.
struct StoredAnswer
{
    QString requestHash; ///< of the request that got it: another request with the same key is an error
    int status = 0;
    QByteArray response;

    bool operator==(const StoredAnswer &) const = default;
};

/// Answers by idempotency key, written in the transaction of the change they tell about.
class IdempotencyRepository
{
public:
    explicit IdempotencyRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    Result<std::optional<StoredAnswer>> find(const QString &key);
    /// A key that is already there is ErrorCode::Conflict.
    Done store(const QString &key, const StoredAnswer &answer, const QDateTime &at);
    /// Forgets answers given before `instant`; the result is their number.
    Result<qint64> prune(const QDateTime &instant);

private:
    Connection &m_connection;
};

} // namespace renewal::store
