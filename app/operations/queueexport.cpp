// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/queueexport.h"

#include "app/operations/queuefiles.h"
#include "app/store/auditrepository.h"
#include "app/store/patientgroups.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"
#include "models/rest/restreports.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::Transaction;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("QueueExport", text);
}

Error tooMany(qint64 all, qint64 most)
{
    return {ErrorCode::TooLarge,
            tr("The view holds %1 renewals, more than the %2 that fit. Narrow it, or export as CSV.")
                .arg(all)
                .arg(most),
            {}};
}
} // namespace

Done QueueExport::record(const RenewalExport &wanted, const QString &actor) const
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    QJsonObject after = toJson(wanted);
    after.remove(u"reason"_s);
    // Words that were searched for may be a patient's key: that there were some is enough.
    QJsonObject query = after.value(u"query"_s).toObject();
    if (!query.value(u"search"_s).toString().isEmpty())
        query.insert(u"search"_s, u"…"_s);
    after.insert(u"query"_s, query);
    after.insert(u"wholeKeys"_s, !wanted.reason.isEmpty());
    const auto entry = store::AuditRepository(m_connection)
                           .append({0,
                                    m_clock.now(),
                                    actor,
                                    u"renewals.exported"_s,
                                    u"view/"_s + wanted.query.view,
                                    {},
                                    QString::fromUtf8(QJsonDocument(after).toJson(QJsonDocument::Compact)),
                                    wanted.reason,
                                    {},
                                    {}});
    if (!entry)
        return failure(entry.error());
    return transaction->commit();
}

Result<qint64> QueueExport::write(const RenewalExport &wanted, const QString &actor, const QString &path,
                                  const Tell &tell) const
{
    if (const Done recorded = record(wanted, actor); !recorded)
        return failure(recorded.error());
    auto reading = Transaction::begin(m_connection, Transaction::Mode::Read);
    if (!reading)
        return failure(reading.error());
    const auto groups = store::PatientGroups::of(m_connection);
    if (!groups)
        return failure(groups.error());
    const auto file = QueueFile::open(wanted.format, path);
    const qint64 most = file->most();
    const QDateTime now = m_clock.now();
    RenewalQuery query = wanted.query;
    query.limit = atOnce;
    query.cursor.clear();
    qint64 written = 0;
    do {
        auto page = store::RenewalRepository(m_connection).page(query, now, actor);
        if (!page)
            return failure(page.error());
        if (page->total > most && wanted.format != ExportFormat::Rows)
            return failure(tooMany(page->total, most));
        for (Renewal &renewal : page->items) {
            if (written == most)
                break;
            renewal.patientGroup = groups->token(renewal);
            if (wanted.reason.isEmpty())
                renewal.patientKey = maskedKey(renewal.patientKey);
            file->add(renewal);
            ++written;
        }
        if (tell && !tell(written, page->total))
            return failure(ErrorCode::Cancelled, tr("The export was stopped; there is no file."));
        file->setTotal(page->total);
        query.cursor = written < most ? page->next : QString();
    } while (!query.cursor.isEmpty());
    if (const Done closed = file->close(); !closed)
        return failure(closed.error());
    return written;
}

} // namespace renewal::operations
