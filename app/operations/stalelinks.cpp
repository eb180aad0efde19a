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
    LinkChange change;
};

QString sentence(const LinkChange &change)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("StaleLinks", text); };
    if (change.kind == u"unknown")
        return tr("The care team is not known any more.");
    if (change.kind == u"blocked")
        return tr("The care team is blocked: nobody can write to it.");
    if (change.kind == u"moving")
        return tr("The care team moves to Oracle Health and will be replaced.");
    if (change.kind == u"cut_over")
        return tr("The station went to Oracle Health on %1.").arg(change.after);
    if (change.kind == u"over")
        return tr("The link was valid for a limited time, which is over.");
    if (change.kind == u"renamed")
        return tr("The care team was called %1 and is called %2 now.").arg(change.before, change.after);
    if (change.kind == u"moved")
        return tr("The prescriber moved from station %1 to %2.").arg(change.before, change.after);
    if (change.kind == u"division")
        return tr("The care team of division %1 can no longer be written to.").arg(change.before);
    return tr("Two prescribers at this station share this name, so the automatic link no longer holds.");
}

// In the order of weight. A name that only changed its letters' case is the same name.
const QString &groundsQuery()
{
    static const QString sql = uR"(
SELECT c.prescriber_id, c.parent_station,
    CASE WHEN t.triage_team_id IS NULL THEN 'unknown' WHEN t.blocked = 1 THEN 'blocked'
        WHEN t.migrating_to_oh = 1 THEN 'moving' WHEN k.id IS NOT NULL THEN 'cut_over'
        WHEN c.valid_to <= ? THEN 'over'
        WHEN c.status = 'auto' AND p.homonyms > 1 THEN 'shared'
        WHEN p.station <> c.prescriber_station THEN 'moved' ELSE 'renamed' END,
    c.team_name, COALESCE(NULLIF(t.suggested_name_display, ''), t.name, ''), c.prescriber_station, p.station,
    p.homonyms, c.valid_to, k.day
FROM correlation c
JOIN prescriber p ON p.parent_station = c.parent_station AND p.id = c.prescriber_id
LEFT JOIN care_team t ON t.parent_station = c.parent_station AND t.triage_team_id = c.care_team
LEFT JOIN cut_over k ON k.parent_station = c.parent_station AND k.withdrawn_at IS NULL AND k.ends_at <= ?
    AND c.ehr = 'VISTA' AND t.ehr = 'VISTA'
WHERE c.status IN ('auto', 'manual')
    AND (t.triage_team_id IS NULL OR t.blocked = 1 OR t.migrating_to_oh = 1 OR k.id IS NOT NULL OR c.valid_to <= ?
        OR (c.status = 'auto' AND p.homonyms > 1)
        OR (c.prescriber_station <> '' AND p.station <> c.prescriber_station)
        OR (c.team_name <> '' AND lower(trim(c.team_name))
            <> lower(trim(COALESCE(NULLIF(t.suggested_name_display, ''), t.name, '')))))
)"_s;
    return sql;
}

const QString &divisionsQuery()
{
    static const QString sql = uR"(
SELECT d.prescriber_id, d.parent_station, d.division,
    COALESCE(NULLIF(t.suggested_name_display, ''), t.name, '')
FROM correlation_division d
LEFT JOIN care_team t ON t.parent_station = d.parent_station AND t.triage_team_id = d.care_team
LEFT JOIN cut_over k ON k.parent_station = d.parent_station AND k.withdrawn_at IS NULL AND k.ends_at <= ?
    AND t.ehr = 'VISTA'
WHERE d.care_team IS NOT NULL
    AND (t.triage_team_id IS NULL OR t.blocked = 1 OR t.migrating_to_oh = 1 OR k.id IS NOT NULL)
)"_s;
    return sql;
}

/// What holds for the other divisions goes on; the change stays as a mark until a person decides.
Correlation withoutTeam(const Correlation &before, const LinkChange &change)
{
    Correlation next = before;
    if (next.change.kind.isEmpty())
        next.change = change;
    for (DivisionTeam &one : next.divisions) {
        if (one.division == change.before)
            one.careTeam = {};
    }
    return next;
}

Correlation ended(const Correlation &before, const LinkChange &change, const QDateTime &now)
{
    Correlation next = before;
    if (isLinked(before.status))
        next.validTo = now;
    next.status = CorrelationStatus::Stale;
    next.change = change;
    return next;
}

/// What was so and what is so now, as far as there are words for it.
LinkChange changeOf(const store::Row &row)
{
    LinkChange change{row.text(2), row.text(3), {}};
    if (change.kind == u"renamed") {
        change.after = row.text(4);
    } else if (change.kind == u"moved") {
        change.before = row.text(5);
        change.after = row.text(6);
    } else if (change.kind == u"shared") {
        change.before = u"1"_s;
        change.after = row.text(7);
    } else if (change.kind == u"cut_over") {
        change.after = row.text(9);
    } else if (change.kind == u"over") {
        change.before = row.instant(8).toString(Qt::ISODate);
    }
    return change;
}

Grounds groundsOf(const store::Row &row)
{
    return {PrescriberId{row.number(0)}, row.text(1), changeOf(row)};
}
} // namespace

Result<bool> StaleLinks::endOf(PrescriberId id)
{
    const qint64 now = m_now.toMSecsSinceEpoch();
    const auto gone = m_connection.first<Grounds>(groundsQuery() + u" AND c.prescriber_id = ?"_s,
                                                  {now, now, now, id.value}, groundsOf);
    if (!gone)
        return failure(gone.error());
    if (!*gone)
        return false;
    const Done done = endOne(id, (*gone)->change);
    return done ? Result<bool>(true) : failure(done.error());
}

Result<QStringList> StaleLinks::end(const QString &parentStation)
{
    const qint64 now = m_now.toMSecsSinceEpoch();
    const bool all = parentStation.isEmpty();
    const auto gone = m_connection.rows<Grounds>(
        groundsQuery() + (all ? QString() : u" AND c.parent_station = ?"_s) +
            u" ORDER BY c.parent_station, c.prescriber_id"_s,
        all ? QVariantList{now, now, now} : QVariantList{now, now, now, parentStation}, groundsOf);
    if (!gone)
        return failure(gone.error());
    const auto divided = m_connection.rows<Grounds>(
        divisionsQuery() + (all ? QString() : u" AND d.parent_station = ?"_s) +
            u" ORDER BY d.parent_station, d.prescriber_id"_s,
        all ? QVariantList{now} : QVariantList{now, parentStation}, [](const store::Row &row) {
            return Grounds{
                PrescriberId{row.number(0)}, row.text(1), {u"division"_s, row.text(2), row.text(3)}};
        });
    if (!divided)
        return failure(divided.error());
    QStringList stations;
    for (const Grounds &grounds : *gone + *divided) {
        if (auto done = endOne(grounds.prescriber, grounds.change); !done)
            return failure(done.error());
        if (!stations.contains(grounds.parentStation))
            stations.append(grounds.parentStation);
    }
    stations.sort();
    return stations;
}

Done StaleLinks::endOne(PrescriberId id, const LinkChange &change)
{
    const QString why = sentence(change);
    store::CorrelationRepository correlations(m_connection);
    const auto before = correlations.current(id);
    if (!before)
        return failure(before.error());
    const Correlation next =
        change.kind == u"division" ? withoutTeam(*before, change) : ended(*before, change, m_now);
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
