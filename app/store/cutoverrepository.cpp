// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/cutoverrepository.h"

#include "app/store/connection.h"
#include "app/store/correlationdocument.h"

#include <QCoreApplication>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("store", text);
}

QString columns()
{
    return u"id, parent_station, day, ends_at, entered_by, entered_at, note, version, "
           "(SELECT count(*) FROM cut_over_link l WHERE l.parent_station = k.parent_station "
           "AND l.cut_over_id = k.id AND l.stamped = 1), "
           "(SELECT count(*) FROM cut_over_crosswalk w WHERE w.parent_station = k.parent_station "
           "AND w.cut_over_id = k.id)"_s;
}

CutOver map(const Row &row)
{
    CutOver found;
    found.id.value = row.number(0);
    found.parentStation = row.text(1);
    found.date = QDate::fromString(row.text(2), Qt::ISODate);
    found.endsAt = row.instant(3);
    found.enteredBy = row.text(4);
    found.enteredAt = row.instant(5);
    found.note = row.text(6);
    found.version = row.number(7);
    found.links = row.number(8);
    found.crosswalkRows = row.number(9);
    return found;
}

QVariantList keyOf(const CutOver &cutOver)
{
    return {cutOver.parentStation, cutOver.id.value};
}

/// VistA prescribers first recorded or linked to a VistA care team; then those of Oracle Health that carry
/// the same name, each name one person's, about whom nobody decided.
const QString &membersQuery()
{
    static const QString sql = uR"(
SELECT p.id, p.shown, p.station, p.waiting,
    COALESCE(CASE WHEN t.ehr = 'VISTA' THEN c.care_team END, l.care_team),
    c.status, t.ehr, c.planned_from, c.version, 0
FROM correlation c
JOIN prescriber p ON p.parent_station = c.parent_station AND p.id = c.prescriber_id
LEFT JOIN care_team t ON t.parent_station = c.parent_station AND t.triage_team_id = c.care_team
LEFT JOIN cut_over_link l ON l.parent_station = c.parent_station AND l.cut_over_id = ?
    AND l.prescriber_id = c.prescriber_id
WHERE c.parent_station = ? AND c.ehr = 'VISTA' AND (l.prescriber_id IS NOT NULL
    OR (t.ehr = 'VISTA' AND (c.status IN ('auto', 'manual') OR c.change_kind = 'cut_over')))
UNION ALL
SELECT q.id, q.shown, q.station, q.waiting, COALESCE(m.care_team, l.care_team),
    COALESCE(d.status, 'none'), t.ehr, d.planned_from, COALESCE(d.version, 0), 1
FROM prescriber q
JOIN prescriber p ON p.parent_station = q.parent_station AND p.name_key = q.name_key AND p.ehr = 'VISTA'
LEFT JOIN correlation d ON d.parent_station = q.parent_station AND d.prescriber_id = q.id
LEFT JOIN care_team t ON t.parent_station = d.parent_station AND t.triage_team_id = d.care_team
LEFT JOIN cut_over_link m ON m.parent_station = q.parent_station AND m.cut_over_id = ?
    AND m.prescriber_id = q.id
LEFT JOIN cut_over_link l ON l.parent_station = p.parent_station AND l.cut_over_id = ?
    AND l.prescriber_id = p.id
WHERE q.parent_station = ? AND q.ehr = 'ORACLE_HEALTH' AND q.homonyms < 2 AND p.homonyms < 2
    AND (m.prescriber_id IS NOT NULL OR (l.prescriber_id IS NOT NULL AND d.planned_from IS NULL
        AND COALESCE(d.status, 'none') IN ('none', 'suggested', 'stale')))
ORDER BY 10, 4 DESC, 1
)"_s;
    return sql;
}

CutOverMember mapMember(const Row &row)
{
    CutOverMember member{PrescriberId{row.number(0)}, row.text(1), row.text(2),  row.number(3),
                         TriageTeamId{row.number(4)}, false,       row.number(8)};
    const QString status = row.text(5);
    const bool decidedOtherwise = status == u"external" || status == u"refused";
    const bool isThere = (status == u"auto" || status == u"manual") && row.text(6) == u"ORACLE_HEALTH";
    member.isOpen = !decidedOtherwise && !isThere && row.isNull(7);
    return member;
}
} // namespace

Result<QVector<CutOver>> CutOverRepository::inForce()
{
    return m_connection.rows<CutOver>(
        u"SELECT %1 FROM cut_over k WHERE withdrawn_at IS NULL ORDER BY day, parent_station"_s.arg(columns()),
        {}, map);
}

Result<CutOver> CutOverRepository::find(CutOverId id)
{
    const auto found = m_connection.first<CutOver>(
        u"SELECT %1 FROM cut_over k WHERE id = ? AND withdrawn_at IS NULL"_s.arg(columns()), {id.value}, map);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound,
                       say(QT_TRANSLATE_NOOP("store", "There is no such cut-over, or it was withdrawn. "
                                                      "Refresh the list.")));
    return **found;
}

Result<CutOver> CutOverRepository::add(const CutOver &cutOver)
{
    const auto taken = m_connection.number(
        u"SELECT count(*) FROM cut_over WHERE parent_station = ? AND withdrawn_at IS NULL"_s,
        {cutOver.parentStation});
    if (!taken)
        return failure(taken.error());
    if (*taken > 0) {
        return failure(ErrorCode::Conflict,
                       say(QT_TRANSLATE_NOOP("store", "Station %1 has a cut-over already. Withdraw that one "
                                                      "before you enter another day."))
                           .arg(cutOver.parentStation));
    }
    const auto id = m_connection.first<qint64>(
        u"INSERT INTO cut_over (parent_station, day, ends_at, entered_by, entered_at, note) "
        "VALUES (?, ?, ?, ?, ?, ?) RETURNING id"_s,
        {cutOver.parentStation, cutOver.date.toString(Qt::ISODate), bound(cutOver.endsAt),
         text(cutOver.enteredBy), bound(cutOver.enteredAt), text(cutOver.note)},
        [](const Row &row) { return row.number(0); });
    if (!id)
        return failure(id.error());
    return find(CutOverId{id->value_or(0)});
}

Result<CutOver> CutOverRepository::touch(const CutOver &cutOver)
{
    const auto touched = m_connection.run(
        u"UPDATE cut_over SET version = version + 1 WHERE parent_station = ? AND id = ? AND version = ? "
        "AND withdrawn_at IS NULL"_s,
        keyOf(cutOver) + QVariantList{cutOver.version});
    if (!touched)
        return failure(touched.error());
    if (*touched == 0) {
        return failure(
            ErrorCode::PreconditionFailed,
            say(QT_TRANSLATE_NOOP("store", "Somebody else worked on this cut-over in the meantime. "
                                           "Look at the present state, then decide again.")));
    }
    return find(cutOver.id);
}

Done CutOverRepository::withdraw(const CutOver &cutOver, const QDateTime &at)
{
    const auto done = m_connection.run(u"UPDATE cut_over SET withdrawn_at = ?, version = version + 1 "
                                       "WHERE parent_station = ? AND id = ?"_s,
                                       QVariantList{bound(at)} + keyOf(cutOver));
    return done ? ok() : Done(failure(done.error()));
}

Result<QStringList> CutOverRepository::beginDue(const QDateTime &now)
{
    const auto begun = m_connection.rows<QString>(
        u"UPDATE cut_over SET begun = 1 WHERE begun = 0 AND withdrawn_at IS NULL AND ends_at <= ? "
        "RETURNING parent_station"_s,
        {bound(now)}, [](const Row &row) { return row.text(0); });
    return begun ? Result<QStringList>(QStringList(begun->cbegin(), begun->cend())) : failure(begun.error());
}

Result<QVector<VistaLink>> CutOverRepository::vistaLinks(const QString &parentStation)
{
    return m_connection.rows<VistaLink>(
        u"SELECT c.prescriber_id, c.care_team, c.valid_to, p.waiting FROM correlation c "
        "JOIN prescriber p ON p.parent_station = c.parent_station AND p.id = c.prescriber_id "
        "JOIN care_team t ON t.parent_station = c.parent_station AND t.triage_team_id = c.care_team "
        "WHERE c.parent_station = ? AND c.ehr = 'VISTA' AND t.ehr = 'VISTA' "
        "AND c.status IN ('auto', 'manual') ORDER BY c.prescriber_id"_s,
        {parentStation}, [](const Row &row) {
            return VistaLink{PrescriberId{row.number(0)}, TriageTeamId{row.number(1)}, row.instant(2),
                             row.number(3)};
        });
}

Result<QVector<CutOverLink>> CutOverRepository::links(const CutOver &cutOver)
{
    return m_connection.rows<CutOverLink>(
        u"SELECT prescriber_id, care_team, stamped, former_valid_to, confirmed_version FROM cut_over_link "
        "WHERE parent_station = ? AND cut_over_id = ? ORDER BY prescriber_id"_s,
        keyOf(cutOver), [](const Row &row) {
            return CutOverLink{PrescriberId{row.number(0)}, TriageTeamId{row.number(1)}, row.truth(2),
                               row.instant(3), row.isNull(4) ? std::nullopt : std::optional(row.number(4))};
        });
}

Done CutOverRepository::addLink(const CutOver &cutOver, const CutOverLink &link)
{
    const QVariant confirmed =
        link.confirmedVersion ? QVariant(*link.confirmedVersion) : QVariant(QMetaType::fromType<qint64>());
    const auto added = m_connection.run(
        u"INSERT INTO cut_over_link (parent_station, cut_over_id, prescriber_id, care_team, stamped, "
        "former_valid_to, confirmed_version) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (parent_station, cut_over_id, prescriber_id) "
        "DO UPDATE SET care_team = excluded.care_team, confirmed_version = excluded.confirmed_version"_s,
        keyOf(cutOver) + QVariantList{link.prescriber.value, link.careTeam.value, link.stamped ? 1 : 0,
                                      bound(link.formerValidTo), confirmed});
    return added ? ok() : Done(failure(added.error()));
}

Result<QVector<PrescriberId>> CutOverRepository::endedByDay(const QString &parentStation)
{
    return m_connection.rows<PrescriberId>(
        u"SELECT prescriber_id FROM correlation WHERE parent_station = ? AND ehr = 'VISTA' "
        "AND status = 'stale' AND change_kind = 'cut_over' ORDER BY prescriber_id"_s,
        {parentStation}, [](const Row &row) { return PrescriberId{row.number(0)}; });
}

Result<std::optional<Correlation>> CutOverRepository::beforeItEnded(PrescriberId prescriber,
                                                                    const QString &parentStation)
{
    const auto documents = m_connection.rows<QByteArray>(
        u"SELECT before_state FROM correlation_decision WHERE parent_station = ? AND prescriber_id = ? "
        "AND action = 'correlation.stale' ORDER BY version DESC LIMIT 10"_s,
        {parentStation, prescriber.value}, [](const Row &row) { return row.text(0).toUtf8(); });
    if (!documents)
        return failure(documents.error());
    for (const QByteArray &document : *documents) {
        const auto before = correlationFromDocument(document);
        if (!before)
            return failure(before.error());
        // A division's care team may have ended after it: then it was stale already.
        if (isLinked(before->status))
            return std::optional(*before);
    }
    return std::optional<Correlation>();
}

Result<QVector<CutOverMember>> CutOverRepository::members(const CutOver &cutOver)
{
    const qint64 id = cutOver.id.value;
    const QString station = cutOver.parentStation;
    return m_connection.rows<CutOverMember>(membersQuery(), {id, station, id, id, station}, mapMember);
}

Result<QVector<CrosswalkPair>> CutOverRepository::crosswalk(const CutOver &cutOver)
{
    return m_connection.rows<CrosswalkPair>(
        u"SELECT old_team, pool FROM cut_over_crosswalk WHERE parent_station = ? AND cut_over_id = ? "
        "ORDER BY old_team, pool"_s,
        keyOf(cutOver), [](const Row &row) {
            return CrosswalkPair{TriageTeamId{row.number(0)}, TriageTeamId{row.number(1)}};
        });
}

Done CutOverRepository::setCrosswalk(const CutOver &cutOver, const QVector<CrosswalkPair> &pairs)
{
    const auto dropped = m_connection.run(
        u"DELETE FROM cut_over_crosswalk WHERE parent_station = ? AND cut_over_id = ?"_s, keyOf(cutOver));
    if (!dropped)
        return failure(dropped.error());
    for (const CrosswalkPair &pair : pairs) {
        const auto added =
            m_connection.run(u"INSERT INTO cut_over_crosswalk (parent_station, cut_over_id, old_team, pool) "
                             "VALUES (?, ?, ?, ?)"_s,
                             keyOf(cutOver) + QVariantList{pair.oldTeam.value, pair.pool.value});
        if (!added)
            return failure(added.error());
    }
    return ok();
}

Result<QVector<PoolChoice>> CutOverRepository::choices(const CutOver &cutOver)
{
    return m_connection.rows<PoolChoice>(
        u"SELECT h.old_team, h.pool, COALESCE(NULLIF(t.suggested_name_display, ''), t.name, ''), "
        "h.decided_by, h.decided_at FROM cut_over_choice h LEFT JOIN care_team t "
        "ON t.parent_station = h.parent_station AND t.triage_team_id = h.pool "
        "WHERE h.parent_station = ? AND h.cut_over_id = ? ORDER BY h.old_team"_s,
        keyOf(cutOver), [](const Row &row) {
            return PoolChoice{TriageTeamId{row.number(0)}, TriageTeamId{row.number(1)}, row.text(2),
                              row.text(3), row.instant(4)};
        });
}

Done CutOverRepository::setChoice(const CutOver &cutOver, const PoolChoice &choice)
{
    const auto stored = m_connection.run(
        u"INSERT INTO cut_over_choice (parent_station, cut_over_id, old_team, pool, decided_by, decided_at) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (parent_station, cut_over_id, old_team) DO UPDATE "
        "SET pool = excluded.pool, decided_by = excluded.decided_by, decided_at = excluded.decided_at"_s,
        keyOf(cutOver) + QVariantList{choice.oldTeam.value, boundId(choice.pool), text(choice.decidedBy),
                                      bound(choice.decidedAt)});
    return stored ? ok() : Done(failure(stored.error()));
}

Done CutOverRepository::dropChoice(const CutOver &cutOver, TriageTeamId oldTeam)
{
    const auto dropped = m_connection.run(
        u"DELETE FROM cut_over_choice WHERE parent_station = ? AND cut_over_id = ? AND old_team = ?"_s,
        keyOf(cutOver) + QVariantList{oldTeam.value});
    return dropped ? ok() : Done(failure(dropped.error()));
}

} // namespace renewal::store
