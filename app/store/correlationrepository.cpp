// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/correlationrepository.h"

#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/correlationdocument.h"
#include "app/store/correlationparts.h"
#include "app/store/correlationrows.h"
#include "app/store/prescriberrepository.h"
#include "app/store/transaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
QString decisionColumns()
{
    return u"status, care_team, probability, valid_from, valid_to, decided_by, note, engine_version, "
           "reason, team_name, prescriber_station, change_kind, change_before, change_after, planned, "
           "planned_from"_s;
}

QVariantList decisionValues(const Correlation &correlation)
{
    return {toString(correlation.status),
            boundId(correlation.careTeam),
            bound(correlation.probability),
            bound(correlation.validFrom),
            bound(correlation.validTo),
            text(correlation.decidedBy),
            text(correlation.note),
            text(correlation.engineVersion),
            text(correlation.reason),
            text(correlation.grounds.careTeamName),
            text(correlation.grounds.station),
            text(correlation.change.kind),
            text(correlation.change.before),
            text(correlation.change.after),
            text(QString::fromUtf8(toDocument(correlation.planned))),
            bound(correlation.planned ? correlation.planned->validFrom : QDateTime())};
}

Error stale()
{
    return {ErrorCode::PreconditionFailed,
            QCoreApplication::translate("store", "Somebody else decided about this prescriber in the "
                                                 "meantime. Look at the new state and decide again."),
            {}};
}

/// Writes the row itself; the number of rows tells whether the version was still the stored one.
Result<qint64> writeCurrent(Connection &connection, const Correlation &next)
{
    const QVariantList key{next.parentStation, next.prescriberId.value};
    if (next.version == 0)
        return connection.run(
            u"INSERT INTO correlation (parent_station, prescriber_id, ehr, version, %1) "
            "VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s
                .arg(decisionColumns()),
            key + QVariantList{toString(next.ehr)} + decisionValues(next));
    return connection.run(
        u"UPDATE correlation SET status = ?, care_team = ?, probability = ?, valid_from = ?, valid_to = ?, "
        "decided_by = ?, note = ?, engine_version = ?, reason = ?, team_name = ?, prescriber_station = ?, "
        "change_kind = ?, change_before = ?, change_after = ?, planned = ?, planned_from = ?, "
        "version = version + 1 "
        "WHERE parent_station = ? AND prescriber_id = ? AND version = ?"_s,
        decisionValues(next) + key + QVariantList{next.version});
}
} // namespace

Result<Correlation> CorrelationRepository::current(PrescriberId id)
{
    qint64 divisions = 0;
    auto found = m_connection.first<Correlation>(
        u"SELECT (SELECT count(*) FROM correlation_division d WHERE d.parent_station = p.parent_station "
        "AND d.prescriber_id = p.id), %1 FROM prescriber p LEFT JOIN correlation c "
        "ON c.parent_station = p.parent_station AND c.prescriber_id = p.id WHERE p.id = ?"_s.arg(
            correlationrows::columns()),
        {id.value}, [&divisions](const Row &row) {
            divisions = row.number(0);
            return correlationrows::map(row, 1);
        });
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("store", "There is no prescriber %1. Refresh the list.")
                           .arg(id.value));
    if (divisions > 0) { // hardly anybody has one, and matching reads everybody
        if (const Done read = readDivisions(m_connection, **found); !read)
            return failure(read.error());
    }
    return **found;
}

Result<Correlation> CorrelationRepository::store(const Correlation &next, const CorrelationStep &step)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto before = current(next.prescriberId);
    if (!before)
        return before;
    Correlation complete = next;
    if (const Done filled = fillGrounds(m_connection, complete); !filled)
        return failure(filled.error());
    const auto written = writeCurrent(m_connection, complete);
    if (!written)
        return failure(written.error());
    if (*written == 0 || before->version != next.version)
        return failure(stale());
    if (before->divisions != next.divisions) {
        if (const Done kept = writeDivisions(m_connection, next); !kept)
            return failure(kept.error());
    }
    const auto after = current(next.prescriberId);
    if (!after)
        return after;
    const auto logged = m_connection.run(
        u"INSERT INTO correlation_decision (parent_station, prescriber_id, version, at, actor, action, text, "
        "before_state, after_state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {after->parentStation, after->prescriberId.value, after->version, bound(step.at), text(step.actor),
         step.action, text(step.text), QString::fromUtf8(toDocument(*before)),
         QString::fromUtf8(toDocument(*after))});
    if (!logged)
        return failure(logged.error());
    const auto mirrored =
        m_connection.run(u"UPDATE prescriber SET status = ? WHERE parent_station = ? AND id = ?"_s,
                         {toString(after->status), after->parentStation, after->prescriberId.value});
    if (!mirrored)
        return failure(mirrored.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return after;
}

Result<qint64> CorrelationRepository::storeAutomatic(const QVector<Correlation> &next,
                                                     const CorrelationStep &step)
{
    qint64 stored = 0;
    for (const Correlation &wanted : next) {
        const auto before = current(wanted.prescriberId);
        if (!before)
            return failure(before.error());
        const bool cameBack = before->status == CorrelationStatus::Stale && !before->decidedBy.isEmpty() &&
                              before->decidedBy != u"matching";
        const bool isByPerson = before->status == CorrelationStatus::Manual ||
                                before->status == CorrelationStatus::Refused ||
                                before->status == CorrelationStatus::External || cameBack;
        const bool isSame = before->status == wanted.status && before->careTeam == wanted.careTeam &&
                            before->probability == wanted.probability &&
                            before->engineVersion == wanted.engineVersion;
        if (isByPerson || isSame)
            continue;
        Correlation now = wanted;
        now.version = before->version;
        now.divisions = before->divisions;
        now.planned = before->planned;
        now.grounds = isLinked(now.status) ? LinkGrounds() : before->grounds;
        now.change =
            before->change.kind == u"division" ? before->change : LinkChange(); // a person's to look at
        if (now.status == CorrelationStatus::Stale) {
            const auto change = judgedAnew(*before);
            if (!change)
                return failure(change.error());
            now.change = *change;
        }
        if (const auto done = store(now, step); !done)
            return failure(done.error());
        ++stored;
    }
    return stored;
}

/// Matching judged a link of its own anew and does not hold to it.
Result<LinkChange> CorrelationRepository::judgedAnew(const Correlation &before)
{
    if (before.status == CorrelationStatus::Stale)
        return before.change;
    const auto set = candidates(before.prescriberId);
    if (!set)
        return failure(set.error());
    const auto found = std::ranges::find(set->candidates, before.careTeam, &Candidate::careTeam);
    const double now = found == set->candidates.cend() ? 0 : found->probability;
    const auto figure = [](double probability) { return QString::number(probability, 'f', 4); };
    return LinkChange{u"evidence"_s, before.probability ? figure(*before.probability) : QString(),
                      figure(now)};
}

Result<QVector<HistoryEntry>> CorrelationRepository::history(PrescriberId id, int limit)
{
    return m_connection.rows<HistoryEntry>(
        u"SELECT d.at, d.actor, d.action, d.text FROM prescriber p JOIN correlation_decision d "
        "ON d.parent_station = p.parent_station AND d.prescriber_id = p.id WHERE p.id = ? "
        "ORDER BY d.version DESC LIMIT ?"_s,
        {id.value, limit}, [](const Row &row) {
            return HistoryEntry{row.instant(0), row.text(1), row.text(2), row.text(3)};
        });
}

Result<std::optional<UndoableDecision>> CorrelationRepository::undoable(PrescriberId id)
{
    struct Stored
    {
        qint64 version = 0;
        QString action;
        QByteArray before;
    };
    const auto found = m_connection.first<Stored>(
        u"SELECT d.version, d.action, d.before_state FROM prescriber p JOIN correlation_decision d "
        "ON d.parent_station = p.parent_station AND d.prescriber_id = p.id WHERE p.id = ? "
        "AND d.undone_by IS NULL AND d.action IN ('correlation.linked', 'correlation.refused', "
        "'correlation.external', 'correlation.planned', 'correlation.division') ORDER BY d.version DESC LIMIT 1"_s,
        {id.value}, [](const Row &row) {
            return Stored{row.number(0), row.text(1), row.text(2).toUtf8()};
        });
    if (!found)
        return failure(found.error());
    if (!*found)
        return std::optional<UndoableDecision>();
    const auto before = correlationFromDocument((*found)->before);
    if (!before)
        return failure(before.error());
    return std::optional(UndoableDecision{(*found)->version, (*found)->action, *before});
}

Done CorrelationRepository::markUndone(PrescriberId id, qint64 version, qint64 undoneBy)
{
    const auto marked = m_connection.run(
        u"UPDATE correlation_decision SET undone_by = ? WHERE prescriber_id = ? AND version = ? "
        "AND parent_station = (SELECT parent_station FROM prescriber WHERE id = ?)"_s,
        {undoneBy, id.value, version, id.value});
    if (!marked)
        return failure(marked.error());
    return ok();
}

} // namespace renewal::store
