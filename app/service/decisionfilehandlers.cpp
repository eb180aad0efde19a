// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/correlationworkbook.h"
#include "app/operations/manydecisions.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/repeatable.h"
#include "models/exchange/decisionsfile.h"
#include "models/rest/restdecisions.h"

#include <QJsonDocument>

namespace renewal::service::handlers {

namespace {
using operations::GivenAnswer;

Answer storedAnswer(const GivenAnswer &given)
{
    return {given.status, "application/json", given.body, {}};
}
} // namespace

/// As a whole: a workbook has no pieces. CorrelationWorkbook bounds it.
Answer exportWorkbook(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const Scope scope = reader.scope();
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(operations::CorrelationWorkbook(**connection).bytes(scope), [](const QByteArray &bytes) {
        return Answer{200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes, {}};
    });
}

Answer previewDecisions(Workplace &workplace, const Call &call)
{
    const auto file = exchange::readDecisions(call.body);
    if (!file)
        return problemAnswer(file.error());
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    auto report = operations::ManyDecisions(**connection, workplace.clock).preview(file->rows);
    if (report)
        report->undecided = file->undecided;
    return answered(report, [](const DecisionsReport &found) { return jsonAnswer(toJson(found)); });
}

Answer takeDecisions(Workplace &workplace, const Call &call)
{
    if (auto refused = refuseKey(call))
        return *refused;
    const auto file = exchange::readDecisions(call.body);
    if (!file)
        return problemAnswer(file.error());
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto work = [&]() -> Result<GivenAnswer> {
        auto report = operations::ManyDecisions(**connection, workplace.clock).take(file->rows, call.actor);
        if (!report)
            return failure(report.error());
        report->undecided = file->undecided;
        return GivenAnswer{200, QJsonDocument(toJson(*report)).toJson(QJsonDocument::Compact)};
    };
    return answered(operations::once(**connection, workplace.clock, repeatableOf(call), work), storedAnswer);
}

} // namespace renewal::service::handlers
