// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/blindreview.h"
#include "app/operations/matchingthreshold.h"
#include "app/operations/qualityfigures.h"
#include "app/service/handlers.h"
#include "app/service/writeonce.h"
#include "app/store/reviewrepository.h"
#include "models/rest/restquality.h"

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

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
    return writeOnce(workplace, call, [&](store::Connection &connection) {
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
    return writeOnce(workplace, call, [&](store::Connection &connection) {
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
    return writeOnce(workplace, call, [&](store::Connection &connection) {
        return given(operations::MatchingThresholds(connection).set(wanted, call.actor, workplace.clock));
    });
}

} // namespace renewal::service::handlers
