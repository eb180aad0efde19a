// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/ratelimiter.h"
#include "app/service/requesthead.h"
#include "app/service/routetable.h"
#include "app/service/workplace.h"

#include <QElapsedTimer>
#include <QHttpServerRequest>

#include <optional>

namespace renewal::service {

/// Decides who may ask for what, from the head alone, and calls the handler of a route. Lives in the service
/// thread.
class Dispatcher
{
public:
    explicit Dispatcher(Workplace &workplace);

    /// The problem of a head that may not go on: 401, 403, 404, 405, 415, 429; nullopt lets it in.
    std::optional<Answer> admit(const RequestHead &head);
    /// The answer to a request that was let in, as QtHttpServer parsed it.
    Answer answer(const QHttpServerRequest &request);

private:
    std::optional<Answer> checkOrigin(const RequestHead &head) const;
    std::optional<Answer> checkToken(const RequestHead &head, const Route *route);
    std::optional<Answer> checkContentType(const RequestHead &head, const Route &route) const;
    bool isOwnName(const QString &authority) const;

    Workplace &m_workplace;
    const Access m_access;
    RateLimiter m_rate;
    QElapsedTimer m_elapsed;
};

} // namespace renewal::service
