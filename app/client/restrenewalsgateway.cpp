// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restrenewalsgateway.h"

#include "app/client/restclient.h"
#include "app/client/restjson.h"
#include "models/rest/restrenewalqueries.h"
#include "models/rest/restrenewals.h"
#include "models/rest/resttriage.h"

#include <QJsonArray>

namespace renewal::client {

using namespace Qt::StringLiterals;

namespace {
Result<QStringList> decodeNames(const RestAnswer &answer)
{
    const auto json = jsonOf(answer);
    if (!json)
        return failure(json.error());
    QStringList names;
    const QJsonArray array = json->toObject().value("names"_L1).toArray();
    for (const auto name : array)
        names.append(name.toString());
    return names;
}
} // namespace

QFuture<Result<Page<Renewal>>> RestRenewalsGateway::renewals(const RenewalQuery &query)
{
    return m_client->call<Page<Renewal>>({.path = {u"renewals"_s}, .query = rest::queryItems(query)},
                                         decodePage<Renewal>);
}

QFuture<Result<QVector<ViewCount>>> RestRenewalsGateway::counts(const Scope &scope,
                                                                const RenewalFilter &filter)
{
    return m_client->call<QVector<ViewCount>>(
        {.path = {u"renewals"_s, u"counts"_s},
         .query = rest::QueryItems{{u"station"_s, scope.parentStation}, {u"ehr"_s, scope.ehr}} +
                  rest::queryItems(filter)},
        decodeItems<ViewCount>);
}

QFuture<Result<QVector<FilterChoice>>> RestRenewalsGateway::choices(const ChoiceQuery &query)
{
    return m_client->call<QVector<FilterChoice>>(
        {.path = {u"renewals"_s, u"choices"_s}, .query = rest::queryItems(query)}, decodeItems<FilterChoice>);
}

QFuture<Result<QVector<SavedView>>> RestRenewalsGateway::savedViews()
{
    return m_client->call<QVector<SavedView>>({.path = {u"saved-views"_s}}, decodeItems<SavedView>);
}

QFuture<Result<SavedView>> RestRenewalsGateway::saveView(const SavedView &view, const QString &idempotencyKey)
{
    RestRequest request{
        .method = RestMethod::Post,
        .path = {u"saved-views"_s},
        .body =
            bodyOf({{u"name"_s, view.name}, {u"shared"_s, view.isShared}, {u"query"_s, toJson(view.query)}}),
        .idempotencyKey = idempotencyKey};
    if (view.id.isValid()) {
        request.method = RestMethod::Put;
        request.path.append(QString::number(view.id.value));
        request.ifMatch = view.version;
    }
    return m_client->call<SavedView>(request, decodeOne<SavedView>);
}

QFuture<Result<SavedView>> RestRenewalsGateway::removeView(const SavedView &view)
{
    return m_client->call<SavedView>({.method = RestMethod::Delete,
                                      .path = {u"saved-views"_s, QString::number(view.id.value)},
                                      .ifMatch = view.version},
                                     decodeOne<SavedView>);
}

QFuture<Result<RenewalDetail>> RestRenewalsGateway::renewal(RenewalId id)
{
    return m_client->call<RenewalDetail>({.path = {u"renewals"_s, QString::number(id.value)}},
                                         decodeOne<RenewalDetail>);
}

QFuture<Result<TriageOutcome>> RestRenewalsGateway::triage(const TriageRequest &request)
{
    return m_client->call<TriageOutcome>({.method = RestMethod::Post,
                                          .path = {u"renewals"_s, u"triage"_s},
                                          .body = bodyOf(toJson(request)),
                                          .idempotencyKey = request.idempotencyKey},
                                         decodeOne<TriageOutcome>);
}

QFuture<Result<TriageOutcome>> RestRenewalsGateway::undoTriage(const QString &batch,
                                                               const QString &idempotencyKey)
{
    return m_client->call<TriageOutcome>({.method = RestMethod::Post,
                                          .path = {u"renewals"_s, u"triage"_s, batch, u"undo"_s},
                                          .body = "{}",
                                          .idempotencyKey = idempotencyKey},
                                         decodeOne<TriageOutcome>);
}

QFuture<Result<QStringList>> RestRenewalsGateway::staff()
{
    return m_client->call<QStringList>({.path = {u"staff"_s}}, decodeNames);
}

QFuture<Result<RevealedPatient>> RestRenewalsGateway::reveal(RenewalId id, const QString &reason)
{
    return m_client->call<RevealedPatient>({.method = RestMethod::Post,
                                            .path = {u"renewals"_s, QString::number(id.value), u"reveal"_s},
                                            .body = bodyOf({{u"reason"_s, reason}})},
                                           decodeOne<RevealedPatient>);
}

} // namespace renewal::client
