// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/triagerepository.h"

#include "app/store/connection.h"
#include "app/store/dialect.h"
#include "app/store/jsonparts.h"
#include "app/store/renewalrows.h"

#include <QJsonDocument>

#include <algorithm>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
/// "(?, ?, ...)" for a list of ids and what to bind to it. Only a few lengths, filled up with the last id, so
/// that few statements are kept prepared.
struct IdList
{
    QString marks;
    QVariantList values;
};

IdList idList(const QVector<RenewalId> &ids)
{
    qsizetype length = 1;
    while (length < ids.size())
        length *= 8;
    IdList list{u"("_s + QStringList(length, u"?"_s).join(u',') + u')', {}};
    for (const RenewalId id : ids)
        list.values.append(id.value);
    while (list.values.size() < length)
        list.values.append(ids.isEmpty() ? 0 : ids.constLast().value);
    return list;
}

QByteArray toDocument(const TriageState &state)
{
    QJsonObject json;
    json::put(json, "state", toString(state.state));
    json::put(json, "stateReason", state.stateReason);
    json::put(json, "careTeam", state.careTeam.value);
    json::put(json, "careTeamName", state.careTeamName);
    json::put(json, "careTeamProbability", state.careTeamProbability);
    json::put(json, "assignee", state.assignee);
    json::put(json, "outcome", state.outcome);
    json::put(json, "outcomeReason", state.outcomeReason);
    json::put(json, "routedTo", state.routedTo.value);
    json::put(json, "routedToName", state.routedToName);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<TriageState> fromDocument(const QByteArray &document)
{
    const auto json = json::parseObject(document);
    if (!json)
        return failure(json.error());
    TriageState state;
    QString word;
    json::take(*json, "state", word);
    state.state = renewalStateFromString(word).value_or(RenewalState::NeedsRouting);
    json::take(*json, "stateReason", state.stateReason);
    json::take(*json, "careTeam", state.careTeam.value);
    json::take(*json, "careTeamName", state.careTeamName);
    json::take(*json, "careTeamProbability", state.careTeamProbability);
    json::take(*json, "assignee", state.assignee);
    json::take(*json, "outcome", state.outcome);
    json::take(*json, "outcomeReason", state.outcomeReason);
    json::take(*json, "routedTo", state.routedTo.value);
    json::take(*json, "routedToName", state.routedToName);
    return state;
}
} // namespace

Result<QVector<TriageSubject>> TriageRepository::take(const QVector<RenewalId> &ids)
{
    const IdList list = idList(ids);
    return m_connection.rows<TriageSubject>(
        u"SELECT %1, renewal.routed_to, renewal.routed_to_name FROM renewal WHERE renewal.id IN %2 "
        "ORDER BY renewal.id%3"_s.arg(renewalrows::columns(), list.marks, m_connection.dialect().lockRows()),
        list.values, [](const Row &row) {
            TriageSubject subject;
            const Renewal renewal = renewalrows::map(row);
            subject.state = {renewal.state,
                             renewal.stateReason,
                             renewal.careTeam,
                             renewal.careTeamName,
                             renewal.careTeamProbability,
                             renewal.assignee,
                             renewal.outcome,
                             renewal.outcomeReason,
                             TriageTeamId{row.number(renewalrows::count)},
                             row.text(renewalrows::count + 1)};
            subject.renewal = renewal;
            return subject;
        });
}

Done TriageRepository::change(const QVector<RenewalId> &ids, const TriageState &next, const QDateTime &at)
{
    const IdList list = idList(ids);
    const bool waits = isPending(next.state);
    QVariantList values{toString(next.state),    text(next.stateReason),          boundId(next.careTeam),
                        text(next.careTeamName), bound(next.careTeamProbability), text(next.assignee),
                        text(next.outcome),      text(next.outcomeReason),        boundId(next.routedTo),
                        text(next.routedToName)};
    if (!waits)
        values.append(bound(at));
    const auto changed = m_connection.run(
        u"UPDATE renewal SET state = ?, state_reason = ?, care_team = ?, care_team_name = ?, "
        "care_team_probability = ?, assignee = ?, outcome = ?, outcome_reason = ?, routed_to = ?, "
        "routed_to_name = ?, cleared_at = %1, version = version + 1 WHERE id IN %2"_s.arg(
            waits ? u"NULL"_s : u"COALESCE(cleared_at, ?)"_s, list.marks),
        values + list.values);
    return changed ? ok() : Done(failure(changed.error()));
}

Result<bool> TriageRepository::hasPendingTwin(const Renewal &renewal)
{
    const auto twins = m_connection.number(
        u"SELECT count(*) FROM renewal WHERE parent_station = ? AND ehr = ? AND patient_key = ? "
        "AND prescription_id = ? AND state NOT IN ('routed', 'closed') AND id <> ?"_s,
        {renewal.station.parent(), toString(renewal.ehr), text(renewal.patientKey),
         text(renewal.prescriptionId), renewal.id.value});
    if (!twins)
        return failure(twins.error());
    return *twins > 0;
}

Result<qint64> TriageRepository::add(const TriageBatch &batch, const QVector<TriageStep> &steps)
{
    const auto id = m_connection.first<qint64>(
        u"INSERT INTO triage_batch (at, actor, action, undoes) VALUES (?, ?, ?, ?) RETURNING id"_s,
        {bound(batch.at), text(batch.actor), batch.action,
         batch.undoes ? QVariant(*batch.undoes) : QVariant(QMetaType::fromType<qint64>())},
        [](const Row &row) { return row.number(0); });
    if (!id)
        return failure(id.error());
    for (const TriageStep &step : steps) {
        const auto added = m_connection.run(
            u"INSERT INTO triage_step (parent_station, renewal_id, batch, version, before, told) "
            "VALUES (?, ?, ?, ?, ?, ?)"_s,
            {text(step.parentStation), step.renewal.value, **id, step.version,
             QString::fromUtf8(toDocument(step.before)), text(step.told)});
        if (!added)
            return failure(added.error());
    }
    return **id;
}

Result<std::optional<TriageBatch>> TriageRepository::batch(qint64 id)
{
    return m_connection.first<TriageBatch>(
        u"SELECT id, at, actor, action, undoes, undone_by FROM triage_batch WHERE id = ?"_s +
            m_connection.dialect().lockRows(),
        {id}, [](const Row &row) {
            TriageBatch batch{row.number(0), row.instant(1), row.text(2), row.text(3), {}, !row.isNull(5)};
            if (!row.isNull(4))
                batch.undoes = row.number(4);
            return batch;
        });
}

Result<QVector<TriageStep>> TriageRepository::steps(qint64 batch)
{
    std::optional<Error> broken;
    auto steps = m_connection.rows<TriageStep>(
        u"SELECT renewal_id, parent_station, version, before, told FROM triage_step WHERE batch = ? "
        "ORDER BY renewal_id"_s,
        {batch}, [&](const Row &row) {
            TriageStep step{RenewalId{row.number(0)}, row.text(1), row.number(2), {}, row.text(4)};
            if (auto before = fromDocument(row.text(3).toUtf8()))
                step.before = std::move(*before);
            else
                broken = before.error();
            return step;
        });
    if (broken)
        return failure(*broken);
    return steps;
}

Done TriageRepository::markUndone(qint64 batch, qint64 undoneBy)
{
    const auto marked =
        m_connection.run(u"UPDATE triage_batch SET undone_by = ? WHERE id = ?"_s, {undoneBy, batch});
    return marked ? ok() : Done(failure(marked.error()));
}

Result<QVector<HistoryEntry>> TriageRepository::history(const Renewal &renewal)
{
    return m_connection.rows<HistoryEntry>(
        u"SELECT b.at, b.actor, b.action, s.told FROM triage_step s JOIN triage_batch b ON b.id = s.batch "
        "WHERE s.parent_station IN (?, '') AND s.renewal_id = ? ORDER BY s.batch DESC LIMIT 100"_s,
        {renewal.station.parent(), renewal.id.value}, [](const Row &row) {
            return HistoryEntry{row.instant(0), row.text(1), row.text(2), row.text(3)};
        });
}

Result<TriageTeamId> TriageRepository::routedTo(RenewalId id)
{
    const auto team = m_connection.number(u"SELECT routed_to FROM renewal WHERE id = ?"_s, {id.value});
    if (!team)
        return failure(team.error());
    return TriageTeamId{*team};
}

} // namespace renewal::store
