// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/matchingwork.h"
#include "models/rest/restsystem.h"

#include <QCoreApplication>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
Answer jobAnswer(const Job &job, int status)
{
    return jsonAnswer(toJson(job), status).with("Location", "/api/v1/jobs/" + job.id.toLatin1());
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
    const QJsonValue learn = body.value("learn"_L1);
    if (!learn.isUndefined() && !learn.isBool()) {
        return problemAnswer(
            {{u"learn"_s, QCoreApplication::translate("Service", "True or false is expected.")}});
    }
    operations::MatchingOrder order{{}, learn.toBool(), call.actor};
    if (!scope.parentStation.isEmpty())
        order.parentStations = {scope.parentStation};
    return jobAnswer(
        workplace.jobs.start(QLatin1StringView(matchingJob), matchingWork(workplace.clock, order), key), 202);
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
