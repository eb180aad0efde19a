// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restoutboxgateway.h"

#include "app/client/restclient.h"
#include "app/client/restjson.h"
#include "models/rest/restoutbox.h"

namespace renewal::client {

using namespace Qt::StringLiterals;

QFuture<Result<OutboxStatus>> RestOutboxGateway::status()
{
    return m_client->call<OutboxStatus>({.path = {u"outbox"_s, u"status"_s}}, decodeOne<OutboxStatus>);
}

QFuture<Result<Page<OutboxItem>>> RestOutboxGateway::items(OutboxList list, int limit, const QString &cursor)
{
    return m_client->call<Page<OutboxItem>>({.path = {u"outbox"_s},
                                             .query = {{u"state"_s, toString(list)},
                                                       {u"limit"_s, QString::number(limit)},
                                                       {u"cursor"_s, cursor}}},
                                            decodePage<OutboxItem>);
}

QFuture<Result<OutboxItem>> RestOutboxGateway::repair(const RepairRequest &request)
{
    return m_client->call<OutboxItem>({.method = RestMethod::Post,
                                       .path = {u"outbox"_s, QString::number(request.id.value), u"repair"_s},
                                       .body = bodyOf(toJson(request)),
                                       .idempotencyKey = request.idempotencyKey},
                                      decodeOne<OutboxItem>);
}

QFuture<Result<EarlierOutcome>> RestOutboxGateway::repairEarlier(const EarlierRepair &request)
{
    return m_client->call<EarlierOutcome>({.method = RestMethod::Post,
                                           .path = {u"outbox"_s, u"routed-earlier"_s},
                                           .body = bodyOf(toJson(request)),
                                           .idempotencyKey = request.idempotencyKey},
                                          decodeOne<EarlierOutcome>);
}

} // namespace renewal::client
