// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/store/metricrepository.h"
#include "app/store/rolloutrepository.h"
#include "models/rest/restrollout.h"

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

Answer listMetrics(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(store::MetricRepository(**connection).list(),
                    [](const QVector<MetricSeries> &series) { return jsonAnswer(rest::itemsJson(series)); });
}

Answer readMetric(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const QDateTime from = reader.instant(u"from"_s);
    const QDateTime to = reader.instant(u"to"_s);
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(store::MetricRepository(**connection).find(call.arguments.value(0), from, to),
                    [](const MetricSeries &series) { return jsonAnswer(toJson(series)); });
}

Answer readRollout(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    auto plan = store::RolloutRepository(**connection).plan(QString::fromLatin1(renewalRequestToggle));
    if (!plan)
        return problemAnswer(plan.error());
    const auto series = store::MetricRepository(**connection).list();
    if (!series)
        return problemAnswer(series.error());
    plan->series = *series;
    return jsonAnswer(toJson(*plan));
}

} // namespace renewal::service::handlers
