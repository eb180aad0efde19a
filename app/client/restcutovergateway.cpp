// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restcutovergateway.h"

#include "app/client/restclient.h"
#include "app/client/restjson.h"
#include "models/rest/restcutover.h"

namespace renewal::client {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto manyTimeout = 30s; // all links of a station take their time

QStringList pathOf(CutOverId id, const QStringList &rest = {})
{
    return QStringList{u"cut-overs"_s, QString::number(id.value)} + rest;
}

RestRequest changeOf(const CutOver &cutOver, const QStringList &rest, QJsonObject body,
                     const QString &idempotencyKey)
{
    body.insert(u"version"_s, cutOver.version);
    return {.method = RestMethod::Post,
            .path = pathOf(cutOver.id, rest),
            .body = bodyOf(body),
            .idempotencyKey = idempotencyKey,
            .timeout = manyTimeout};
}
} // namespace

QFuture<Result<QVector<CutOver>>> RestCutOverGateway::cutOvers()
{
    return m_client->call<QVector<CutOver>>({.path = {u"cut-overs"_s}}, decodeItems<CutOver>);
}

QFuture<Result<CutOverReview>> RestCutOverGateway::review(CutOverId id)
{
    return m_client->call<CutOverReview>({.path = pathOf(id)}, decodeOne<CutOverReview>);
}

QFuture<Result<CutOverEffect>> RestCutOverGateway::preview(const CutOverEntry &entry)
{
    return m_client->call<CutOverEffect>({.method = RestMethod::Post,
                                          .path = {u"cut-overs"_s, u"preview"_s},
                                          .body = bodyOf(toJson(entry)),
                                          .repeatable = true},
                                         decodeOne<CutOverEffect>);
}

QFuture<Result<CutOver>> RestCutOverGateway::enter(const CutOverEntry &entry, const QString &idempotencyKey)
{
    return m_client->call<CutOver>({.method = RestMethod::Post,
                                    .path = {u"cut-overs"_s},
                                    .body = bodyOf(toJson(entry)),
                                    .idempotencyKey = idempotencyKey,
                                    .timeout = manyTimeout},
                                   decodeOne<CutOver>);
}

QFuture<Result<CutOverOutcome>> RestCutOverGateway::withdraw(const CutOver &cutOver, const QString &reason,
                                                             const QString &idempotencyKey)
{
    return m_client->call<CutOverOutcome>(
        changeOf(cutOver, {u"withdrawal"_s}, {{u"reason"_s, reason}}, idempotencyKey),
        decodeOne<CutOverOutcome>);
}

QFuture<Result<CrosswalkReport>> RestCutOverGateway::giveCrosswalk(CutOverId id, const QByteArray &file,
                                                                   const QString &idempotencyKey)
{
    return m_client->call<CrosswalkReport>({.method = RestMethod::Put,
                                            .path = pathOf(id, {u"crosswalk"_s}),
                                            .body = file,
                                            .contentType = "application/octet-stream",
                                            .idempotencyKey = idempotencyKey,
                                            .timeout = manyTimeout},
                                           decodeOne<CrosswalkReport>);
}

QFuture<Result<CutOverOutcome>> RestCutOverGateway::confirm(const CutOver &cutOver,
                                                            const QVector<PoolChoice> &choices,
                                                            const QString &idempotencyKey)
{
    return m_client->call<CutOverOutcome>(
        changeOf(cutOver, {u"choices"_s}, {{u"choices"_s, rest::listJson(choices)}}, idempotencyKey),
        decodeOne<CutOverOutcome>);
}

QFuture<Result<CutOverOutcome>> RestCutOverGateway::takeBack(const CutOver &cutOver,
                                                             const QVector<TriageTeamId> &oldTeams,
                                                             const QString &idempotencyKey)
{
    QJsonArray choices;
    for (const TriageTeamId team : oldTeams)
        choices.append(QJsonObject{{u"oldTeam"_s, team.value}});
    return m_client->call<CutOverOutcome>(
        changeOf(cutOver, {u"choices"_s, u"undo"_s}, {{u"choices"_s, choices}}, idempotencyKey),
        decodeOne<CutOverOutcome>);
}

} // namespace renewal::client
