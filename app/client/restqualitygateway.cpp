// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restqualitygateway.h"

#include "app/client/restclient.h"
#include "app/client/restjson.h"
#include "models/rest/restquality.h"

namespace renewal::client {

using namespace Qt::StringLiterals;

QFuture<Result<QVector<OpenReview>>> RestQualityGateway::openReviews(const Scope &scope)
{
    return m_client->call<QVector<OpenReview>>(
        {.path = {u"reviews"_s}, .query = {{u"station"_s, scope.parentStation}, {u"ehr"_s, scope.ehr}}},
        decodeItems<OpenReview>);
}

QFuture<Result<BlindCase>> RestQualityGateway::review(ReviewCaseId id)
{
    return m_client->call<BlindCase>({.path = {u"reviews"_s, QString::number(id.value)}},
                                     decodeOne<BlindCase>);
}

QFuture<Result<ReviewOutcome>> RestQualityGateway::judge(const ReviewAnswer &answer)
{
    return m_client->call<ReviewOutcome>(
        {.method = RestMethod::Put,
         .path = {u"reviews"_s, QString::number(answer.review.value), u"verdict"_s},
         .body = bodyOf(toJson(answer)),
         .idempotencyKey = answer.idempotencyKey},
        decodeOne<ReviewOutcome>);
}

QFuture<Result<ReviewSample>> RestQualityGateway::draw(int size, const QString &idempotencyKey)
{
    return m_client->call<ReviewSample>({.method = RestMethod::Post,
                                         .path = {u"reviews"_s},
                                         .body = bodyOf(QJsonObject{{u"size"_s, size}}),
                                         .idempotencyKey = idempotencyKey},
                                        decodeOne<ReviewSample>);
}

QFuture<Result<QualityReport>> RestQualityGateway::report(const Scope &scope)
{
    return m_client->call<QualityReport>(
        {.path = {u"matching"_s, u"report"_s},
         .query = {{u"station"_s, scope.parentStation}, {u"ehr"_s, scope.ehr}}},
        decodeOne<QualityReport>);
}

QFuture<Result<QVector<MatchingThreshold>>> RestQualityGateway::thresholds()
{
    return m_client->call<QVector<MatchingThreshold>>({.path = {u"matching"_s, u"threshold"_s}},
                                                      decodeItems<MatchingThreshold>);
}

QFuture<Result<ThresholdPreview>> RestQualityGateway::previewThreshold(double probability, double marginBits)
{
    const QJsonObject body{{u"probability"_s, probability}, {u"marginBits"_s, marginBits}};
    return m_client->call<ThresholdPreview>({.method = RestMethod::Post,
                                             .path = {u"matching"_s, u"threshold"_s, u"preview"_s},
                                             .body = bodyOf(body),
                                             .repeatable = true},
                                            decodeOne<ThresholdPreview>);
}

QFuture<Result<MatchingThreshold>> RestQualityGateway::setThreshold(const MatchingThreshold &wanted,
                                                                    const QString &idempotencyKey)
{
    const QJsonObject body{{u"probability"_s, wanted.probability},
                           {u"marginBits"_s, wanted.marginBits},
                           {u"reason"_s, wanted.reason},
                           {u"version"_s, wanted.version}};
    return m_client->call<MatchingThreshold>({.method = RestMethod::Put,
                                              .path = {u"matching"_s, u"threshold"_s},
                                              .body = bodyOf(body),
                                              .idempotencyKey = idempotencyKey},
                                             decodeOne<MatchingThreshold>);
}

} // namespace renewal::client
