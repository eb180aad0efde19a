// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/blindreview.h"
#include "app/operations/matchingthreshold.h"
#include "app/operations/qualityfigures.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/repeatable.h"
#include "app/store/reviewrepository.h"
#include "models/rest/restquality.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
template <class T>
Result<operations::GivenAnswer> given(const Result<T> &result, int status = 200)
{
    if (!result)
        return failure(result.error());
    return operations::GivenAnswer{status, QJsonDocument(toJson(*result)).toJson(QJsonDocument::Compact)};
}

/// The common way of writes here: Idempotency-Key, one transaction for change and answer.
template <class Work>
Answer write(Workplace &workplace, const Call &call, Work work)
{
    if (auto refused = refuseKey(call))
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto outcome = operations::once(**connection, workplace.clock, repeatableOf(call),
                                          [&] { return work(**connection); });
    return answered(outcome, [](const operations::GivenAnswer &answer) {
        return Answer{answer.status, "application/json", answer.body, {}};
    });
}
} // namespace

Answer drawReview(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    rest::ObjectReader reader(body);
    reader.need("size"_L1);
    const int size = static_cast<int>(reader.integer("size"_L1));
    if (!reader.errors().isEmpty())
        return problemAnswer(reader.errors());
    return write(workplace, call, [&](store::Connection &connection) {
        return given(operations::BlindReview(connection, workplace.clock).draw(size, call.actor), 201);
    });
}

Answer listReviews(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const Scope scope = reader.scope();
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(store::ReviewRepository(**connection).open(scope),
                    [](const QVector<OpenReview> &open) { return jsonAnswer(rest::itemsJson(open)); });
}

Answer readReview(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ReviewCaseId>(call);
    if (!id)
        return notFound();
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(operations::BlindReview(**connection, workplace.clock).show(*id),
                    [](const BlindCase &blind) { return jsonAnswer(toJson(blind)); });
}

Answer judgeReview(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ReviewCaseId>(call);
    if (!id)
        return notFound();
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    ReviewAnswer answer;
    if (const auto errors = readReviewAnswer(body, answer); !errors.isEmpty())
        return problemAnswer(errors);
    answer.review = *id;
    return write(workplace, call, [&](store::Connection &connection) {
        return given(operations::BlindReview(connection, workplace.clock).judge(answer, call.actor));
    });
}

Answer readQualityReport(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const Scope scope = reader.scope();
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(operations::QualityFigures(**connection).report(scope),
                    [](const QualityReport &report) { return jsonAnswer(toJson(report)); });
}

Answer readThresholds(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(
        operations::MatchingThresholds(**connection).history(),
        [](const QVector<MatchingThreshold> &history) { return jsonAnswer(rest::itemsJson(history)); });
}

Answer previewThreshold(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    rest::ObjectReader reader(body);
    reader.need("probability"_L1);
    reader.need("marginBits"_L1);
    const double probability = reader.number("probability"_L1);
    const double margin = reader.number("marginBits"_L1);
    if (!reader.errors().isEmpty())
        return problemAnswer(reader.errors());
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(operations::MatchingThresholds(**connection).preview(probability, margin),
                    [](const ThresholdPreview &preview) { return jsonAnswer(toJson(preview)); });
}

Answer setThreshold(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    MatchingThreshold wanted;
    if (const auto errors = readThreshold(body, wanted); !errors.isEmpty())
        return problemAnswer(errors);
    rest::ObjectReader reader(body);
    reader.need("version"_L1);
    wanted.version = reader.integer("version"_L1);
    if (!reader.errors().isEmpty())
        return problemAnswer(reader.errors());
    return write(workplace, call, [&](store::Connection &connection) {
        return given(operations::MatchingThresholds(connection).set(wanted, call.actor, workplace.clock));
    });
}

} // namespace renewal::service::handlers
