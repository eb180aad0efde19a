// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/once.h"
#include "app/operations/signoffs.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/rolloutoverview.h"
#include "models/rest/restrollout.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestKey = 200;
constexpr qsizetype longestNote = 1'000;

QString say(const char *text)
{
    return QCoreApplication::translate("Service", text);
}

/// The word as the body gives it; what is wrong with it is in `errors`.
SignOff readSignOff(const QJsonObject &body, const QString &discipline, QVector<rest::FieldError> &errors)
{
    rest::ObjectReader reader(body);
    reader.need("stage"_L1);
    reader.need("given"_L1);
    SignOff signOff;
    signOff.discipline = discipline;
    signOff.stage = reader.text("stage"_L1);
    signOff.given = reader.boolean("given"_L1);
    signOff.note = reader.text("note"_L1).trimmed();
    if (signOff.note.size() > longestNote)
        reader.refuse("note"_L1,
                      say(QT_TRANSLATE_NOOP("Service", "The note is over 1,000 characters; shorten it.")));
    errors = reader.errors();
    return signOff;
}

QString requestHash(const Call &call)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {call.method, call.path, call.body}) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return QString::fromLatin1(hash.result().toHex());
}
} // namespace

Answer listMetrics(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(metricList(**connection),
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
    return answered(metricSeries(**connection, call.arguments.value(0), from, to),
                    [](const MetricSeries &series) { return jsonAnswer(toJson(series)); });
}

Answer readRollout(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(rolloutOverview(**connection, workplace.clock.now()),
                    [](const RolloutOverview &overview) { return jsonAnswer(toJson(overview)); });
}

Answer signOff(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    QVector<rest::FieldError> errors;
    const SignOff wanted = readSignOff(body, call.arguments.value(0), errors);
    if (!errors.isEmpty())
        return problemAnswer(errors);
    if (call.idempotencyKey.size() > longestKey)
        return problemAnswer(400,
                             say(QT_TRANSLATE_NOOP("Service", "Idempotency-Key is over 200 characters.")));
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto work = [&]() -> Result<operations::GivenAnswer> {
        const auto stored = operations::SignOffs(**connection, workplace.clock).set(wanted, call.actor);
        if (!stored)
            return failure(stored.error());
        const auto overview = rolloutOverview(**connection, workplace.clock.now());
        if (!overview)
            return failure(overview.error());
        return operations::GivenAnswer{200, QJsonDocument(toJson(*overview)).toJson(QJsonDocument::Compact)};
    };
    const auto render = [](const operations::GivenAnswer &given) {
        return Answer{given.status, "application/json", given.body, {}};
    };
    if (call.idempotencyKey.isEmpty())
        return answered(work(), render);
    const operations::RepeatableRequest request{call.actor + u'/' + QString::fromLatin1(call.idempotencyKey),
                                                requestHash(call)};
    return answered(operations::once(**connection, workplace.clock, request, work), render);
}

} // namespace renewal::service::handlers
