// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importcorrelations.h"

#include "app/operations/importsetaside.h"
#include "app/store/auditrepository.h"
#include "app/store/connection.h"
#include "app/store/correlationdocument.h"
#include "app/store/correlationrepository.h"

#include <QCoreApplication>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
const QString &linksQuery()
{
    static const QString sql = uR"(
SELECT p.id, p.ehr, p.parent_station, s.status, s.care_team, s.probability, COALESCE(c.version, 0)
FROM staging_correlation s
JOIN prescriber_source k ON k.parent_station = s.parent_station AND k.extract = s.extract
    AND k.extract_id = s.extract_id
JOIN prescriber p ON p.parent_station = k.parent_station AND p.id = k.prescriber_id AND p.homonyms = 1
JOIN care_team t ON t.parent_station = s.parent_station AND t.triage_team_id = s.care_team
    AND t.blocked = 0 AND t.migrating_to_oh = 0
LEFT JOIN correlation c ON c.parent_station = p.parent_station AND c.prescriber_id = p.id
WHERE s.import_id = ? AND s.status IN ('manual', 'auto')
    AND COALESCE(c.status, 'none') NOT IN ('manual', 'refused', 'external')
    AND (COALESCE(c.status, 'none') <> 'stale' OR c.decided_by IN ('', 'matching'))
    AND NOT EXISTS (SELECT 1 FROM correlation_refusal r WHERE r.parent_station = p.parent_station
        AND r.prescriber_id = p.id AND r.triage_team_id = s.care_team)
    AND (c.status IS NULL OR c.status <> s.status OR c.care_team <> s.care_team)
    AND s.seq IN (SELECT max(seq) FROM staging_correlation WHERE import_id = ?
        AND status IN ('manual', 'auto') GROUP BY parent_station, extract, extract_id)
ORDER BY s.seq)"_s;
    return sql;
}
} // namespace

Result<qint64> ImportCorrelations::store()
{
    ImportSetAside setAside(m_connection, m_import);
    if (auto done = setAside.addUnsafeLinks(); !done)
        return failure(done.error());
    if (auto done = setAside.addDecidedOtherwise(); !done)
        return failure(done.error());
    const auto links = m_connection.rows<Correlation>(
        linksQuery(), {m_import.id.value, m_import.id.value}, [this](const store::Row &row) {
            Correlation next;
            next.prescriberId.value = row.number(0);
            next.ehr = ehrSystemFromString(row.text(1)).value_or(EhrSystem::VistA);
            next.parentStation = row.text(2);
            next.status = correlationStatusFromString(row.text(3)).value_or(CorrelationStatus::None);
            next.careTeam.value = row.number(4);
            next.probability = row.maybeReal(5);
            next.version = row.number(6);
            next.validFrom = m_now;
            next.decidedBy = m_actor;
            return next;
        });
    if (!links)
        return failure(links.error());
    const ::renewal::store::CorrelationStep step{
        m_now, m_actor, u"correlation.imported"_s,
        QCoreApplication::translate("Importer", "Linked by a correlations file (import %1).")
            .arg(m_import.id.value)};
    const auto stored = ::renewal::store::CorrelationRepository(m_connection).storeAutomatic(*links, step);
    if (!stored)
        return failure(stored.error());
    ::renewal::store::AuditRepository audit(m_connection);
    for (const Correlation &link : *links) {
        m_stations.insert(link.parentStation);
        AuditEvent event;
        event.at = m_now;
        event.actor = m_actor;
        event.action = step.action;
        event.subject = u"prescriber/"_s + QString::number(link.prescriberId.value);
        event.after = QString::fromUtf8(::renewal::store::toDocument(link));
        if (const auto entry = audit.append(event); !entry)
            return failure(entry.error());
    }
    return *stored;
}

} // namespace renewal::operations
