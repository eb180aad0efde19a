// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVector>

#include <chrono>
#include <optional>

namespace renewal::client {

enum class RestMethod
{
    Get,
    Put,
    Post,
    Delete,
};

/// Where a service answers and what opens it.
struct RestEndpoint
{
    QUrl base;        ///< "http://127.0.0.1:40123": scheme, host, port and, behind a proxy, a path
    QByteArray token; ///< the bearer token; never logged

    bool operator==(const RestEndpoint &) const = default;
};

/// One request, free of everything that is the same for all (base address, token, headers, retry).
struct RestRequest
{
    RestMethod method = RestMethod::Get;
    /// Below /api/v1, unescaped, one entry per segment: {"renewals", "42"}.
    QStringList path;
    /// Unescaped names and values; pairs with an empty value are left out.
    QVector<QPair<QString, QString>> query = {};
    QByteArray body = {};
    QByteArray contentType = QByteArrayLiteral("application/json");
    /// The version the caller saw, sent as If-Match.
    std::optional<qint64> ifMatch = std::nullopt;
    /// Makes a write repeatable: it is tried again with the same key when the connection fails.
    QString idempotencyKey = {};
    /// A write that has no key, but may be sent twice: the second has no effect of its own.
    bool repeatable = false;
    /// For /healthz and its kind, which stand outside /api/v1.
    bool outsideApi = false;
    /// Fails on the first failure.
    bool once = false;
    /// Of one attempt; zero means the client's.
    std::chrono::milliseconds timeout{0};
};

/// An answer with a status in 200 to 299.
struct RestAnswer
{
    int status = 0;
    QByteArray body;
    QByteArray next = {}; ///< the Next-Cursor field: where a list that is no JSON goes on
};

/// Ceilings and patience of a client.
struct RestSettings
{
    std::chrono::milliseconds timeout{10'000}; ///< of one attempt, to its last byte
    std::chrono::milliseconds backoff{200};    ///< before the second attempt; doubles with each further one
    std::chrono::milliseconds longestBackoff{5'000};
    int attempts = 3;
    qint64 maxAnswerBytes = 32 * 1024 * 1024;
};

/// The address of `request` at `endpoint`, everything in it escaped.
QUrl requestUrl(const RestEndpoint &endpoint, const RestRequest &request);

} // namespace renewal::client
