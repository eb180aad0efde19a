// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restcorrelationsgateway.h"

#include "app/client/restclient.h"
#include "app/client/restjson.h"
#include "models/rest/restcorrelations.h"
#include "models/rest/restdecisions.h"
#include "models/rest/restlinkparts.h"
#include "models/rest/restsystem.h"

#include <QCoreApplication>

namespace renewal::client {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto fileTimeout = 30s; // many decisions at once take their time
constexpr char csvType[] = "text/csv; charset=utf-8";

QStringList prescriberPath(PrescriberId id, const QStringList &rest = {})
{
    return QStringList{u"prescribers"_s, QString::number(id.value)} + rest;
}

tl::unexpected<Error> unknownForm(const QString &detail)
{
    return failure(ErrorCode::Unsupported,
                   QCoreApplication::translate("RestClient",
                                               "The service answered in a form this program does "
                                               "not know. Check that both have the same version."),
                   detail);
}

/// Whole lines, or it is something else, from something else.
Result<CsvPiece> decodeCsv(const RestAnswer &answer)
{
    if (!answer.body.isEmpty() && !answer.body.endsWith('\n'))
        return unknownForm(u"no lines of CSV"_s);
    return CsvPiece{answer.body, QString::fromLatin1(answer.next)};
}

Result<QByteArray> decodeWorkbook(const RestAnswer &answer)
{
    if (!answer.body.startsWith("PK")) // a workbook is a ZIP file
        return unknownForm(u"no workbook"_s);
    return answer.body;
}

Result<QString> decodeJobId(const RestAnswer &answer)
{
    const auto job = decodeOne<Job>(answer);
    return job ? Result<QString>(job->id) : Result<QString>(failure(job.error()));
}

} // namespace

QFuture<Result<Page<PrescriberSummary>>> RestCorrelationsGateway::prescribers(const PrescriberQuery &query)
{
    return m_client->call<Page<PrescriberSummary>>({.path = {u"prescribers"_s},
                                                    .query = {{u"status"_s, query.status},
                                                              {u"station"_s, query.scope.parentStation},
                                                              {u"ehr"_s, query.scope.ehr},
                                                              {u"q"_s, query.search},
                                                              {u"limit"_s, QString::number(query.limit)},
                                                              {u"cursor"_s, query.cursor}}},
                                                   decodePage<PrescriberSummary>);
}

QFuture<Result<PrescriberDetail>> RestCorrelationsGateway::prescriber(PrescriberId id)
{
    return m_client->call<PrescriberDetail>({.path = prescriberPath(id)}, decodeOne<PrescriberDetail>);
}

QFuture<Result<QVector<CareTeam>>> RestCorrelationsGateway::careTeams(const QString &parentStation,
                                                                      const QString &search)
{
    return m_client->call<QVector<CareTeam>>(
        {.path = {u"care-teams"_s}, .query = {{u"station"_s, parentStation}, {u"q"_s, search}}},
        decodeItems<CareTeam>);
}

QFuture<Result<QVector<TeamChoice>>> RestCorrelationsGateway::teamChoices(PrescriberId id,
                                                                          const QString &search)
{
    return m_client->call<QVector<TeamChoice>>(
        {.path = prescriberPath(id, {u"teams"_s}), .query = {{u"q"_s, search}}}, decodeItems<TeamChoice>);
}

QFuture<Result<DecisionEffect>> RestCorrelationsGateway::preview(const Decision &decision)
{
    return m_client->call<DecisionEffect>(
        {.method = RestMethod::Post,
         .path = prescriberPath(decision.prescriberId, {u"correlation"_s, u"preview"_s}),
         .body = bodyOf(toJson(decision)),
         .repeatable = true},
        decodeOne<DecisionEffect>);
}

QFuture<Result<DecisionOutcome>> RestCorrelationsGateway::decide(const Decision &decision)
{
    return m_client->call<DecisionOutcome>({.method = RestMethod::Put,
                                            .path = prescriberPath(decision.prescriberId, {u"correlation"_s}),
                                            .body = bodyOf(toJson(decision)),
                                            .ifMatch = decision.version,
                                            .idempotencyKey = decision.idempotencyKey},
                                           decodeOne<DecisionOutcome>);
}

QFuture<Result<DecisionOutcome>> RestCorrelationsGateway::undo(PrescriberId id, qint64 version,
                                                               const QString &idempotencyKey)
{
    return m_client->call<DecisionOutcome>({.method = RestMethod::Post,
                                            .path = prescriberPath(id, {u"correlation"_s, u"undo"_s}),
                                            .body = "{}",
                                            .ifMatch = version,
                                            .idempotencyKey = idempotencyKey},
                                           decodeOne<DecisionOutcome>);
}

QFuture<Result<QString>> RestCorrelationsGateway::startMatching(const MatchingRequest &request)
{
    QJsonObject body = toJson(request.scope);
    body.insert(u"learn"_s, request.learn);
    return m_client->call<QString>({.method = RestMethod::Post,
                                    .path = {u"matching"_s},
                                    .body = bodyOf(body),
                                    .idempotencyKey = newIdempotencyKey()},
                                   decodeJobId);
}

QFuture<Result<MatchingQuality>> RestCorrelationsGateway::quality(const Scope &scope)
{
    return m_client->call<MatchingQuality>(
        {.path = {u"matching"_s, u"quality"_s},
         .query = {{u"station"_s, scope.parentStation}, {u"ehr"_s, scope.ehr}}},
        decodeOne<MatchingQuality>);
}

QFuture<Result<CsvPiece>> RestCorrelationsGateway::exportPiece(const Scope &scope, const QString &cursor)
{
    return m_client->call<CsvPiece>(
        {.path = {u"correlations"_s, u"export"_s},
         .query = {{u"station"_s, scope.parentStation}, {u"ehr"_s, scope.ehr}, {u"cursor"_s, cursor}}},
        decodeCsv);
}

QFuture<Result<QByteArray>> RestCorrelationsGateway::exportWorkbook(const Scope &scope)
{
    return m_client->call<QByteArray>({.path = {u"correlations"_s, u"workbook"_s},
                                       .query = {{u"station"_s, scope.parentStation}, {u"ehr"_s, scope.ehr}},
                                       .timeout = fileTimeout},
                                      decodeWorkbook);
}

QFuture<Result<DecisionsReport>> RestCorrelationsGateway::previewDecisions(const QByteArray &csv)
{
    return m_client->call<DecisionsReport>({.method = RestMethod::Post,
                                            .path = {u"correlations"_s, u"decisions"_s, u"preview"_s},
                                            .body = csv,
                                            .contentType = csvType,
                                            .repeatable = true,
                                            .timeout = fileTimeout},
                                           decodeOne<DecisionsReport>);
}

QFuture<Result<DecisionsReport>> RestCorrelationsGateway::takeDecisions(const QByteArray &csv,
                                                                        const QString &idempotencyKey)
{
    return m_client->call<DecisionsReport>({.method = RestMethod::Post,
                                            .path = {u"correlations"_s, u"decisions"_s},
                                            .body = csv,
                                            .contentType = csvType,
                                            .idempotencyKey = idempotencyKey,
                                            .timeout = fileTimeout},
                                           decodeOne<DecisionsReport>);
}

} // namespace renewal::client
