// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restsystemgateway.h"

#include "app/client/restclient.h"
#include "app/client/restjson.h"
#include "models/rest/restfind.h"
#include "models/rest/restsystem.h"

namespace renewal::client {

using namespace Qt::StringLiterals;

QFuture<Result<ServiceStatus>> RestSystemGateway::status()
{
    return m_client->call<ServiceStatus>({.path = {u"status"_s}}, decodeOne<ServiceStatus>);
}

QFuture<Result<QVector<Station>>> RestSystemGateway::stations()
{
    return m_client->call<QVector<Station>>({.path = {u"stations"_s}}, decodeItems<Station>);
}

QFuture<Result<Page<AuditEvent>>> RestSystemGateway::audit(const QString &cursor, int limit)
{
    return m_client->call<Page<AuditEvent>>(
        {.path = {u"audit"_s}, .query = {{u"cursor"_s, cursor}, {u"limit"_s, QString::number(limit)}}},
        decodePage<AuditEvent>);
}

QFuture<Result<ChangeList>> RestSystemGateway::changes(qint64 since)
{
    return m_client->call<ChangeList>(
        {.path = {u"changes"_s}, .query = {{u"since"_s, QString::number(since)}}}, decodeOne<ChangeList>);
}

QFuture<Result<QVector<FindHit>>> RestSystemGateway::find(const FindQuery &query)
{
    return m_client->call<QVector<FindHit>>({.path = {u"find"_s},
                                             .query = {{u"q"_s, query.words},
                                                       {u"station"_s, query.parentStation},
                                                       {u"limit"_s, QString::number(query.limit)}}},
                                            decodeItems<FindHit>);
}

QFuture<Result<Job>> RestSystemGateway::job(const QString &id)
{
    return m_client->call<Job>({.path = {u"jobs"_s, id}}, decodeOne<Job>);
}

QFuture<Result<Job>> RestSystemGateway::cancelJob(const QString &id)
{
    return m_client->call<Job>({.method = RestMethod::Delete, .path = {u"jobs"_s, id}, .repeatable = true},
                               decodeOne<Job>);
}

} // namespace renewal::client
