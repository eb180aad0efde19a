// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restreportsgateway.h"

#include "app/client/restclient.h"
#include "app/client/restjson.h"
#include "models/rest/restrenewals.h"
#include "models/rest/restreports.h"
#include "models/rest/restsystem.h"

namespace renewal::client {

using namespace Qt::StringLiterals;

QFuture<Result<Job>> RestReportsGateway::startThroughput(const ThroughputQuery &query)
{
    return m_client->call<Job>({.method = RestMethod::Post,
                                .path = {u"reports"_s, u"throughput"_s},
                                .body = bodyOf(toJson(query)),
                                .idempotencyKey = newIdempotencyKey()},
                               decodeOne<Job>);
}

QFuture<Result<Job>> RestReportsGateway::startExport(const RenewalExport &wanted)
{
    return m_client->call<Job>({.method = RestMethod::Post,
                                .path = {u"reports"_s, u"renewals"_s},
                                .body = bodyOf(toJson(wanted)),
                                .idempotencyKey = newIdempotencyKey()},
                               decodeOne<Job>);
}

QFuture<Result<Page<Renewal>>> RestReportsGateway::rows(const QString &id)
{
    return m_client->call<Page<Renewal>>({.path = {u"reports"_s, id, u"content"_s}}, decodePage<Renewal>);
}

QFuture<Result<Job>> RestReportsGateway::report(const QString &id)
{
    return m_client->call<Job>({.path = {u"reports"_s, id}}, decodeOne<Job>);
}

QFuture<Result<Job>> RestReportsGateway::cancelReport(const QString &id)
{
    return m_client->call<Job>({.method = RestMethod::Delete, .path = {u"reports"_s, id}, .repeatable = true},
                               decodeOne<Job>);
}

QFuture<Result<Throughput>> RestReportsGateway::throughput(const QString &id)
{
    return m_client->call<Throughput>({.path = {u"reports"_s, id, u"content"_s}}, decodeOne<Throughput>);
}

QFuture<Result<ReportPiece>> RestReportsGateway::piece(const QString &id, const QString &cursor)
{
    return m_client->call<ReportPiece>(
        {.path = {u"reports"_s, id, u"content"_s}, .query = {{u"cursor"_s, cursor}}},
        [](const RestAnswer &answer) -> Result<ReportPiece> {
            return ReportPiece{answer.body, QString::fromLatin1(answer.next)};
        });
}

} // namespace renewal::client
