// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/matching.h"
#include "app/operations/matchingtables.h"
#include "app/operations/matchingthreshold.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/jobrunner.h"
#include "models/rest/restsystem.h"

#include <QCoreApplication>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
Answer jobAnswer(const Job &job, int status)
{
    return jsonAnswer(toJson(job), status).with("Location", "/api/v1/jobs/" + job.id.toLatin1());
}

JobRunner::Work matchingWork(const Workplace &workplace, const QString &station, const QString &startedBy)
{
    return [&clock = workplace.clock, station, startedBy](store::Connection &connection,
                                                          JobProgress &progress) -> Result<QString> {
        const auto policy = operations::MatchingThresholds(connection).policy();
        if (!policy)
            return failure(policy.error());
        const auto engine = operations::loadEngine(*policy);
        if (!engine)
            return failure(engine.error());
        operations::Matching matching(connection, *engine, clock, startedBy);
        matching.setPolicy(*policy);
        const auto report = matching.run(
            station, [&](double part, const QString &text) { return progress.tell(part, text); });
        return report ? Result<QString>(report->text()) : failure(report.error());
    };
}
} // namespace

Answer startMatching(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    Scope scope;
    if (const Done done = fromJson(body, scope); !done)
        return problemAnswer({{u"station"_s, done.error().text}});
    const StationNumber station(scope.parentStation);
    if (!scope.parentStation.isEmpty() && (!station.isValid() || station.text() != station.parent())) {
        return problemAnswer(
            {{u"station"_s, QCoreApplication::translate(
                                "Service", "A station of three digits is expected, or null for all.")}});
    }
    const QString key = call.idempotencyKey.isEmpty()
                            ? QString()
                            : call.actor + u'/' + QString::fromLatin1(call.idempotencyKey);
    return jobAnswer(
        workplace.jobs.start(u"matching"_s, matchingWork(workplace, scope.parentStation, call.actor), key),
        202);
}

Answer readJob(Workplace &workplace, const Call &call)
{
    return answered(workplace.jobs.find(call.arguments.value(0)),
                    [](const Job &job) { return jsonAnswer(toJson(job)); });
}

Answer cancelJob(Workplace &workplace, const Call &call)
{
    return answered(workplace.jobs.cancel(call.arguments.value(0)),
                    [](const Job &job) { return jsonAnswer(toJson(job)); });
}

} // namespace renewal::service::handlers
