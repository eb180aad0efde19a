// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/verify.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/jobrunner.h"
#include "app/store/auditrepository.h"
#include "models/exchange/tablecsv.h"
#include "models/rest/restsystem.h"

#include <QCoreApplication>
#include <QLocale>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
constexpr int exportRows = 1000; ///< of a piece: an answer is held in memory as a whole

AuditQuery queryOf(QueryReader &reader)
{
    AuditQuery query;
    query.actor = reader.text(u"actor"_s);
    query.action = reader.text(u"action"_s);
    query.subject = reader.text(u"subject"_s);
    query.text = reader.text(u"text"_s);
    query.from = reader.instant(u"from"_s);
    query.to = reader.instant(u"to"_s);
    query.cursor = reader.text(u"cursor"_s, 1000);
    query.limit = reader.limit();
    return query;
}

/// Who has only to do with the rollout must not read what clinicians wrote.
store::AuditView viewOf(const Call &call)
{
    const Roles care = Roles(Role::Clinical) | Role::PharmacyAdmin | Role::Admin;
    return call.roles & care ? store::AuditView::Whole : store::AuditView::WithoutTexts;
}

template <class Render>
Answer auditAnswer(Workplace &workplace, const Call &call, const AuditQuery &query, Render render)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto page = store::AuditRepository(**connection).page(query, viewOf(call));
    if (!page && page.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"cursor"_s, page.error().text}}, 400);
    return answered(page, render);
}

Result<QString> verify(store::Connection &connection, JobProgress &progress)
{
    const QLocale locale;
    const auto whole = operations::verifyAudit(connection, [&](qint64 done, qint64 all) {
        const double part = all > 0 ? static_cast<double>(done) / static_cast<double>(all) : 1;
        return progress.tell(part, QCoreApplication::translate("Service", "Checked %1 of %2 entries.")
                                       .arg(locale.toString(done), locale.toString(all)));
    });
    if (!whole)
        return failure(whole.error());
    return *whole == 1 ? QCoreApplication::translate("Service", "The one entry is whole.")
                       : QCoreApplication::translate("Service", "All %1 entries are whole.")
                             .arg(locale.toString(*whole));
}
} // namespace

Answer listAudit(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const AuditQuery query = queryOf(reader);
    if (auto refused = reader.refusal())
        return *refused;
    return auditAnswer(workplace, call, query,
                       [](const Page<AuditEvent> &found) { return jsonAnswer(rest::pageJson(found)); });
}

Answer exportAudit(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    AuditQuery query = queryOf(reader);
    query.limit = exportRows;
    if (auto refused = reader.refusal())
        return *refused;
    return auditAnswer(workplace, call, query, [&query](const Page<AuditEvent> &found) {
        Answer answer{
            200, "text/csv; charset=utf-8", exchange::auditCsv(found.items, query.cursor.isEmpty()), {}};
        if (!found.next.isEmpty())
            answer.headers.append({"Next-Cursor", found.next.toLatin1()});
        return answer;
    });
}

Answer startVerification(Workplace &workplace, const Call &call)
{
    const QString key = call.idempotencyKey.isEmpty()
                            ? QString()
                            : call.actor + u"/audit/"_s + QString::fromLatin1(call.idempotencyKey);
    const Job job = workplace.jobs.start(u"audit"_s, verify, key);
    return jsonAnswer(toJson(job), 202).with("Location", "/api/v1/jobs/" + job.id.toLatin1());
}

} // namespace renewal::service::handlers
