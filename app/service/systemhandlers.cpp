// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/guardedserver.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/jobrunner.h"
#include "app/store/careteamrepository.h"
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "app/store/database.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/stationrepository.h"
#include "models/rest/restsystem.h"

#include <QCoreApplication>
#include <QFile>

#include <limits>
#include <map>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
Result<ServiceStatus> status(const Workplace &workplace)
{
    const auto connection = workplace.connection();
    if (!connection)
        return failure(connection.error());
    const auto renewals = store::RenewalRepository(**connection).total();
    const auto prescribers = store::PrescriberRepository(**connection).total();
    const auto careTeams = store::CareTeamRepository(**connection).total();
    const auto newest = store::ChangeRepository(**connection).newest();
    for (const auto *number : {&renewals, &prescribers, &careTeams, &newest}) {
        if (!*number)
            return failure(number->error());
    }
    const bool sqlite = workplace.database.url().engine == store::DatabaseUrl::Engine::Sqlite;
    return ServiceStatus{QStringLiteral(RENEWAL_VERSION),
                         sqlite ? u"sqlite"_s : u"postgresql"_s,
                         *renewals,
                         *prescribers,
                         *careTeams,
                         *newest,
                         workplace.clock.now()};
}

QByteArray metricLine(const QByteArray &name, const QByteArray &labels, qint64 value)
{
    return "renewal_service_" + name + labels + ' ' + QByteArray::number(value) + '\n';
}

QByteArray metricHead(const QByteArray &name, const QByteArray &type, const QByteArray &help)
{
    return "# HELP renewal_service_" + name + ' ' + help + "\n# TYPE renewal_service_" + name + ' ' + type +
           '\n';
}
} // namespace

Answer listStations(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(store::StationRepository(**connection).list(),
                    [](const QVector<Station> &stations) { return jsonAnswer(rest::itemsJson(stations)); });
}

Answer listChanges(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const qint64 since = reader.integer(u"since"_s, 0, 0, std::numeric_limits<qint64>::max());
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(store::ChangeRepository(**connection).after(since),
                    [](const ChangeList &list) { return jsonAnswer(toJson(list)); });
}

Answer readStatus(Workplace &workplace, const Call &)
{
    return answered(status(workplace), [](const ServiceStatus &found) { return jsonAnswer(toJson(found)); });
}

Answer readContract(Workplace &, const Call &)
{
    QFile file(u":/service/openapi.yaml"_s);
    if (!file.open(QIODevice::ReadOnly))
        return problemAnswer(
            {ErrorCode::Internal,
             QCoreApplication::translate("Service", "The contract is missing from this program."),
             file.fileName()});
    return {200, "application/yaml", file.readAll(), {}};
}

Answer readHealth(Workplace &, const Call &)
{
    return textAnswer("ok\n");
}

Answer readReadiness(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto answer = (*connection)->number(u"SELECT 1"_s);
    return answered(answer, [](qint64) { return textAnswer("ready\n"); });
}

/// Only counts: nothing here names a person, a station or a drug.
Answer readOwnMetrics(Workplace &workplace, const Call &)
{
    if (!workplace.options.address.isLoopback() && !workplace.options.openMetrics)
        return problemAnswer(
            403, QCoreApplication::translate(
                     "Service", "The counts of this service are shown on its own computer only."));
    const GuardCounts &counts = workplace.guard->counts();
    QByteArray text = metricHead("connections", "gauge", "Open connections.") +
                      metricLine("connections", {}, workplace.guard->openConnections()) +
                      metricHead("connections_total", "counter", "Connections accepted.") +
                      metricLine("connections_total", {}, counts.connectionsOpened) +
                      metricHead("requests_total", "counter", "Requests with a readable head.") +
                      metricLine("requests_total", {}, counts.requests) +
                      metricHead("jobs_pending", "gauge", "Jobs queued or running.") +
                      metricLine("jobs_pending", {}, workplace.jobs.pending()) +
                      metricHead("answers_total", "counter", "Answers by status.");
    const std::map<int, qint64> byStatus(counts.answers.keyValueBegin(), counts.answers.keyValueEnd());
    for (const auto &[code, number] : byStatus)
        text += metricLine("answers_total", "{status=\"" + QByteArray::number(code) + "\"}", number);
    Answer answer = textAnswer(text);
    answer.contentType = "text/plain; version=0.0.4; charset=utf-8";
    return answer;
}

} // namespace renewal::service::handlers
