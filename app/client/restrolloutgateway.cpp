// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restrolloutgateway.h"

#include "app/client/restclient.h"
#include "app/client/restjson.h"
#include "models/rest/restrollout.h"

namespace renewal::client {

using namespace Qt::StringLiterals;

QFuture<Result<RolloutOverview>> RestRolloutGateway::overview()
{
    return m_client->call<RolloutOverview>({.path = {u"rollout"_s}}, decodeOne<RolloutOverview>);
}

QFuture<Result<MetricSeries>> RestRolloutGateway::series(const QString &key, const QDateTime &from,
                                                         const QDateTime &to)
{
    // An invalid end makes an empty text, and that leaves the end open.
    return m_client->call<MetricSeries>({.path = {u"metrics"_s, key},
                                         .query = {{u"from"_s, from.toUTC().toString(Qt::ISODateWithMs)},
                                                   {u"to"_s, to.toUTC().toString(Qt::ISODateWithMs)}}},
                                        decodeOne<MetricSeries>);
}

QFuture<Result<RolloutOverview>> RestRolloutGateway::signOff(const QString &discipline, const QString &stage,
                                                             bool given, const QString &note,
                                                             const QString &idempotencyKey)
{
    const QJsonObject body{{u"stage"_s, stage}, {u"given"_s, given}, {u"note"_s, note}};
    return m_client->call<RolloutOverview>({.method = RestMethod::Put,
                                            .path = {u"rollout"_s, u"sign-offs"_s, discipline},
                                            .body = bodyOf(body),
                                            .idempotencyKey = idempotencyKey},
                                           decodeOne<RolloutOverview>);
}

} // namespace renewal::client
