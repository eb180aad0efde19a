// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/triagerepository.h"

#include "app/store/answerdocument.h"
#include "app/store/bulkwriter.h"
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
    json::put(json, "answer", answerDocument(state.answer));
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
    QString answer;
    json::take(*json, "answer", answer);
    const auto kept = answerFromDocument(answer);
    if (!kept)
        return failure(kept.error());
    state.answer = *kept;
    return state;
}
Cell cell(const QByteArray &bytes)
{
    return std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}
} // namespace

Result<QVector<TriageSubject>> TriageRepository::take(const QVector<RenewalId> &ids)
{
    const IdList list = idList(ids);
    std::optional<Error> broken;
    auto subjects = m_connection.rows<TriageSubject>(
        u"SELECT %1, renewal.routed_to, renewal.routed_to_name, renewal.answer FROM renewal "
        "WHERE renewal.id IN %2 ORDER BY renewal.id%3"_s.arg(renewalrows::columns(), list.marks,
                                                             m_connection.dialect().lockRows()),
        list.values, [&broken](const Row &row) {
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
                             row.text(renewalrows::count + 1),
                             {}};
            subject.renewal = renewal;
            if (const auto answer = answerFromDocument(row.text(renewalrows::count + 2)))
                subject.state.answer = *answer;
            else
                broken = answer.error();
            return subject;
        });
    if (broken)
        return failure(*broken);
    return subjects;
}

Done TriageRepository::change(const QVector<RenewalId> &ids, const TriageState &next, const QDateTime &at)
{
    const IdList list = idList(ids);
    const bool waits = isPending(next.state);
    QVariantList values{toString(next.state),    text(next.stateReason),           boundId(next.careTeam),
                        text(next.careTeamName), bound(next.careTeamProbability),  text(next.assignee),
                        text(next.outcome),      text(next.outcomeReason),         boundId(next.routedTo),
                        text(next.routedToName), text(answerDocument(next.answer))};
    if (!waits)
        values.append(bound(at));
    const auto changed = m_connection.run(
        u"UPDATE renewal SET state = ?, state_reason = ?, care_team = ?, care_team_name = ?, "
        "care_team_probability = ?, assignee = ?, outcome = ?, outcome_reason = ?, routed_to = ?, "
        "routed_to_name = ?, answer = ?, cleared_at = %1, version = version + 1 WHERE id IN %2"_s.arg(
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
    auto rows = BulkWriter::open(
        m_connection, u"triage_step"_s,
        {u"parent_station"_s, u"renewal_id"_s, u"batch"_s, u"version"_s, u"before"_s, u"told"_s});
    if (!rows)
        return failure(rows.error());
    for (const TriageStep &step : steps) {
        const QByteArray station = step.parentStation.toUtf8();
        const QByteArray before = toDocument(step.before);
        const QByteArray told = step.told.toUtf8();
        if (const Done added =
                rows->addRow({cell(station), Cell(std::int64_t(step.renewal.value)), Cell(std::int64_t(**id)),
                              Cell(std::int64_t(step.version)), cell(before), cell(told)});
            !added)
            return failure(added.error());
    }
    if (const Done done = rows->finish(); !done)
        return failure(done.error());
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

Result<RenewalAnswer> TriageRepository::answer(RenewalId id)
{
    const auto document = m_connection.first<QString>(u"SELECT answer FROM renewal WHERE id = ?"_s,
                                                      {id.value}, [](const Row &row) { return row.text(0); });
    if (!document)
        return failure(document.error());
    return answerFromDocument(document->value_or(QString()));
}

} // namespace renewal::store
