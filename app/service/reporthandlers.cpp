// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/queueexport.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/reports.h"
#include "app/store/renewalrepository.h"
#include "app/store/throughputrepository.h"
#include "models/rest/restreports.h"
#include "models/rest/restsystem.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("Service", text);
}

Answer reportAnswer(const Job &job, int status)
{
    return jsonAnswer(toJson(job), status).with("Location", "/api/v1/reports/" + job.id.toLatin1());
}

/// The same key of somebody else is another one.
QString keyOf(const Call &call, const QString &kind)
{
    return call.idempotencyKey.isEmpty()
               ? QString()
               : call.actor + u'/' + kind + u'/' + QString::fromLatin1(call.idempotencyKey);
}

Done writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
        return ok();
    return failure(ErrorCode::Internal, say("The report could not be written; try again."),
                   file.errorString());
}

Reports::Write countingWork(const Workplace &workplace, const ThroughputQuery &query)
{
    return [now = workplace.clock.now(), query](store::Connection &connection, JobProgress &progress,
                                                const QString &path) -> Result<QString> {
        const auto throughput =
            store::ThroughputRepository(connection)
                .throughput(query.scope, query.from, query.to, now, [&](qsizetype counted, qsizetype all) {
                    return progress.tell(double(counted) / double(all), say("Counting."));
                });
        if (!throughput)
            return failure(throughput.error());
        const QJsonDocument json(toJson(*throughput));
        if (const Done done = writeFile(path, json.toJson(QJsonDocument::Compact)); !done)
            return failure(done.error());
        return say("Counted.");
    };
}

QByteArray contentTypeOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Workbook:
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case ExportFormat::Rows:
        return "application/json";
    case ExportFormat::Csv:
        break;
    }
    return "text/csv; charset=utf-8";
}

Reports::Write exportingWork(const Workplace &workplace, const RenewalExport &wanted, const QString &actor)
{
    return [&clock = workplace.clock, wanted, actor](store::Connection &connection, JobProgress &progress,
                                                     const QString &path) -> Result<QString> {
        const auto written =
            operations::QueueExport(connection, clock)
                .write(wanted, actor, path, [&](qint64 number, qint64 all) {
                    return progress.tell(all > 0 ? double(number) / double(all) : 1,
                                         say("%1 of %2 renewals are written.").arg(number).arg(all));
                });
        if (!written)
            return failure(written.error());
        return say("The file holds %1 renewals.").arg(*written);
    };
}
} // namespace

Answer startThroughput(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    ThroughputQuery query;
    if (const auto errors = readThroughputQuery(body, query); !errors.isEmpty())
        return problemAnswer(errors);
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto zone = store::ThroughputRepository(**connection).zone(query.scope);
    if (!zone)
        return problemAnswer(zone.error());
    const QTimeZone clock(zone->toLatin1());
    const QDate today = workplace.clock.now().toTimeZone(clock.isValid() ? clock : QTimeZone::utc()).date();
    if (!query.to.isValid())
        query.to = query.from.isValid() ? std::max(query.from, today) : today;
    if (!query.from.isValid())
        query.from = query.to.addDays(1 - query.days);
    if (query.to < query.from || query.from.daysTo(query.to) >= Throughput::mostDays)
        return problemAnswer(
            {{u"from"_s, say("Choose at most %1 days, the first one first.").arg(Throughput::mostDays)}});
    return reportAnswer(workplace.reports.start({Reports::Kind::Figures, u"throughput"_s, call.actor,
                                                 keyOf(call, u"throughput"_s), "application/json"},
                                                countingWork(workplace, query)),
                        202);
}

Answer startExport(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    RenewalExport wanted;
    if (const auto errors = readRenewalExport(body, wanted); !errors.isEmpty())
        return problemAnswer(errors);
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    RenewalQuery first = wanted.query;
    first.limit = 1;
    const auto page = store::RenewalRepository(**connection).page(first, workplace.clock.now(), call.actor);
    if (!page && page.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"query.view"_s, page.error().text}});
    if (!page)
        return problemAnswer(page.error());
    return reportAnswer(workplace.reports.start({Reports::Kind::File, u"renewals"_s, call.actor,
                                                 keyOf(call, u"renewals"_s), contentTypeOf(wanted.format)},
                                                exportingWork(workplace, wanted, call.actor)),
                        202);
}

Answer readReport(Workplace &workplace, const Call &call)
{
    return answered(workplace.reports.find(call.arguments.value(0), call.actor),
                    [](const Job &job) { return jsonAnswer(toJson(job)); });
}

Answer cancelReport(Workplace &workplace, const Call &call)
{
    return answered(workplace.reports.cancel(call.arguments.value(0), call.actor),
                    [](const Job &job) { return jsonAnswer(toJson(job)); });
}

Answer readReportContent(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const qint64 from = reader.integer(u"cursor"_s, 0, 0, std::numeric_limits<qint64>::max());
    if (auto refused = reader.refusal())
        return *refused;
    const auto piece = workplace.reports.piece(call.arguments.value(0), call.actor, from);
    if (!piece)
        return problemAnswer(piece.error());
    Answer answer{200, piece->contentType, piece->bytes, {}};
    if (piece->next > 0)
        answer.headers.append({"Next-Cursor", QByteArray::number(piece->next)});
    return answer;
}

} // namespace renewal::service::handlers
