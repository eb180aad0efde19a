// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restsystemgateway.h"

#include "app/client/restclient.h"
#include "app/client/restjson.h"
#include "models/rest/restfind.h"
#include "models/rest/restsystem.h"

namespace renewal::client {

using namespace Qt::StringLiterals;

namespace {
QVector<QPair<QString, QString>> pairsOf(const AuditQuery &query)
{
    const auto instant = [](const QDateTime &at) {
        return at.isValid() ? at.toUTC().toString(Qt::ISODateWithMs) : QString();
    };
    return {{u"actor"_s, query.actor},        {u"action"_s, query.action},
            {u"subject"_s, query.subject},    {u"text"_s, query.text},
            {u"from"_s, instant(query.from)}, {u"to"_s, instant(query.to)},
            {u"cursor"_s, query.cursor},      {u"limit"_s, QString::number(query.limit)}};
}
} // namespace

QFuture<Result<ServiceStatus>> RestSystemGateway::status()
{
    return m_client->call<ServiceStatus>({.path = {u"status"_s}}, decodeOne<ServiceStatus>);
}

QFuture<Result<QVector<Station>>> RestSystemGateway::stations()
{
    return m_client->call<QVector<Station>>({.path = {u"stations"_s}}, decodeItems<Station>);
}

QFuture<Result<Page<AuditEvent>>> RestSystemGateway::audit(const AuditQuery &query)
{
    return m_client->call<Page<AuditEvent>>({.path = {u"audit"_s}, .query = pairsOf(query)},
                                            decodePage<AuditEvent>);
}

QFuture<Result<CsvPiece>> RestSystemGateway::exportAudit(const AuditQuery &query)
{
    return m_client->call<CsvPiece>({.path = {u"audit"_s, u"export"_s}, .query = pairsOf(query)},
                                    [](const RestAnswer &answer) -> Result<CsvPiece> {
                                        return CsvPiece{answer.body, QString::fromLatin1(answer.next)};
                                    });
}

QFuture<Result<Job>> RestSystemGateway::verifyAudit()
{
    return m_client->call<Job>(
        {.method = RestMethod::Post, .path = {u"audit"_s, u"verification"_s}, .body = "{}"}, decodeOne<Job>);
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
