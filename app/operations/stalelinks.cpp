// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/stalelinks.h"

#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "app/store/correlationdocument.h"
#include "app/store/correlationrepository.h"

#include <QCoreApplication>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
struct Grounds
{
    PrescriberId prescriber;
    QString parentStation;
    QString word;
};

QString sentence(const QString &word)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("StaleLinks", text); };
    if (word == u"unknown")
        return tr("The care team is not known any more.");
    if (word == u"blocked")
        return tr("The care team is blocked: nobody can write to it.");
    if (word == u"moving")
        return tr("The care team moves to Oracle Health and will be replaced.");
    if (word == u"over")
        return tr("The link was valid for a limited time, which is over.");
    return tr("Two prescribers at this station share this name, so the automatic link no longer holds.");
}

const QString &groundsQuery()
{
    static const QString sql = uR"(
SELECT c.prescriber_id, c.parent_station,
    CASE WHEN t.triage_team_id IS NULL THEN 'unknown' WHEN t.blocked = 1 THEN 'blocked'
        WHEN t.migrating_to_oh = 1 THEN 'moving' WHEN c.valid_to <= ? THEN 'over' ELSE 'shared' END
FROM correlation c
JOIN prescriber p ON p.parent_station = c.parent_station AND p.id = c.prescriber_id
LEFT JOIN care_team t ON t.parent_station = c.parent_station AND t.triage_team_id = c.care_team
WHERE c.status IN ('auto', 'manual')
    AND (t.triage_team_id IS NULL OR t.blocked = 1 OR t.migrating_to_oh = 1 OR c.valid_to <= ?
        OR (c.status = 'auto' AND p.homonyms > 1)))"_s;
    return sql;
}
} // namespace

Result<QStringList> StaleLinks::end(const QString &parentStation)
{
    const qint64 now = m_now.toMSecsSinceEpoch();
    QVariantList values{now, now};
    QString sql = groundsQuery();
    if (!parentStation.isEmpty()) {
        sql += u" AND c.parent_station = ?"_s;
        values.append(parentStation);
    }
    const auto gone = m_connection.rows<Grounds>(
        sql + u" ORDER BY c.parent_station, c.prescriber_id"_s, values, [](const store::Row &row) {
            return Grounds{PrescriberId{row.number(0)}, row.text(1), row.text(2)};
        });
    if (!gone)
        return failure(gone.error());
    QStringList stations;
    for (const Grounds &grounds : *gone) {
        if (auto done = endOne(grounds.prescriber, sentence(grounds.word)); !done)
            return failure(done.error());
        if (stations.isEmpty() || stations.constLast() != grounds.parentStation)
            stations.append(grounds.parentStation);
    }
    return stations;
}

Done StaleLinks::endOne(PrescriberId id, const QString &why)
{
    store::CorrelationRepository correlations(m_connection);
    const auto before = correlations.current(id);
    if (!before)
        return failure(before.error());
    Correlation next = *before;
    next.status = CorrelationStatus::Stale;
    next.validTo = m_now;
    const QString action = u"correlation.stale"_s;
    const auto stored = correlations.store(next, {m_now, m_actor, action, why});
    if (!stored)
        return failure(stored.error());
    const QString subject = u"prescriber/"_s + QString::number(id.value);
    if (auto done = store::ChangeRepository(m_connection).add(u"prescriber"_s, subject); !done)
        return done;
    const auto entry = store::AuditRepository(m_connection)
                           .append({0,
                                    m_now,
                                    m_actor,
                                    action,
                                    subject,
                                    QString::fromUtf8(store::toDocument(*before)),
                                    QString::fromUtf8(store::toDocument(*stored)),
                                    why,
                                    {},
                                    {}});
    return entry ? ok() : Done(failure(entry.error()));
}

} // namespace renewal::operations
