// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/idempotencyrepository.h"

#include "app/store/connection.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

Result<std::optional<StoredAnswer>> IdempotencyRepository::find(const QString &key)
{
    return m_connection.first<StoredAnswer>(
        u"SELECT request_hash, status, response FROM idempotency WHERE key = ?"_s, {key}, [](const Row &row) {
            return StoredAnswer{row.text(0), row.integer(1), row.text(2).toUtf8()};
        });
}

Done IdempotencyRepository::store(const QString &key, const StoredAnswer &answer, const QDateTime &at)
{
    const auto stored = m_connection.run(
        u"INSERT INTO idempotency (key, request_hash, status, response, at) VALUES (?, ?, ?, ?, ?)"_s,
        {key, answer.requestHash, answer.status, text(QString::fromUtf8(answer.response)), bound(at)});
    if (!stored)
        return failure(stored.error());
    return ok();
}

Result<qint64> IdempotencyRepository::prune(const QDateTime &instant)
{
    return m_connection.run(u"DELETE FROM idempotency WHERE at < ?"_s, {bound(instant)});
}

} // namespace renewal::store
