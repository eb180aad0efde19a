// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/access.h"
#include "app/service/answer.h"

#include <QStringList>
#include <QUrlQuery>

namespace renewal::service {

struct Workplace;

/// One request as a handler gets it: routed, allowed, its content type checked.
struct Call
{
    QByteArray method;
    QByteArray path;
    QStringList arguments; ///< the decoded {placeholders} of the path, in order
    QUrlQuery query;
    QByteArray body;
    QByteArray ifMatch;
    QByteArray idempotencyKey;
    QString actor;
    Roles roles = {}; ///< of the actor
};

using Handler = Answer (*)(Workplace &, const Call &);

/// What a route's body must be.
enum class BodyKind
{
    None,  ///< ignored
    Json,  ///< application/json
    Bytes, ///< application/octet-stream
    Csv,   ///< text/csv
};

/// One row of the route table.
struct Route
{
    const char *method;
    const char *pattern; ///< "/api/v1/renewals/{id}"
    Roles roles;         ///< any of these may; none: no token is asked for
    BodyKind body;
    Handler handler;

    bool isPublic() const { return !roles; }
};

} // namespace renewal::service
