// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/correlationdocument.h"
#include "app/store/correlationrepository.h"
#include "app/store/correlationrows.h"
#include "app/store/patientties.h"
#include "app/store/prescriberrepository.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

Done CorrelationRepository::refuse(PrescriberId id, const QVector<TriageTeamId> &teams, qint64 version)
{
    for (const TriageTeamId team : teams) {
        const auto refused = m_connection.run(
            u"INSERT INTO correlation_refusal (parent_station, prescriber_id, triage_team_id, version) "
            "SELECT parent_station, id, CAST(? AS bigint), CAST(? AS bigint) FROM prescriber WHERE id = ? "
            "ON CONFLICT DO NOTHING"_s,
            {team.value, version, id.value});
        if (!refused)
            return failure(refused.error());
    }
    return ok();
}

Result<bool> CorrelationRepository::isRefused(PrescriberId id, TriageTeamId team, qint64 exceptVersion)
{
    const auto found = m_connection.number(
        u"SELECT count(*) FROM correlation_refusal WHERE prescriber_id = ? AND triage_team_id = ? "
        "AND version <> ? AND parent_station = (SELECT parent_station FROM prescriber WHERE id = ?)"_s,
        {id.value, team.value, exceptVersion, id.value});
    if (!found)
        return failure(found.error());
    return *found > 0;
}

Done CorrelationRepository::unrefuse(PrescriberId id, qint64 version)
{
    const auto removed =
        m_connection.run(u"DELETE FROM correlation_refusal WHERE prescriber_id = ? AND version = ? "
                         "AND parent_station = (SELECT parent_station FROM prescriber WHERE id = ?)"_s,
                         {id.value, version, id.value});
    if (!removed)
        return failure(removed.error());
    return ok();
}

Done CorrelationRepository::storeCandidates(const QVector<CandidateSet> &sets)
{
    for (const CandidateSet &set : sets) {
        const double best = set.candidates.isEmpty() ? 0 : set.candidates.constFirst().probability;
        const double second = set.candidates.size() > 1 ? set.candidates.at(1).probability : 0;
        const auto stored = m_connection.run(
            u"INSERT INTO candidate_set (parent_station, prescriber_id, engine_version, candidate_count, "
            "best_probability, none_probability, automatic, explanation, candidates, second_probability) "
            "SELECT parent_station, id, CAST(? AS text), CAST(? AS integer), CAST(? AS double precision), "
            "CAST(? AS double precision), CAST(? AS integer), CAST(? AS text), CAST(? AS text), "
            "CAST(? AS double precision) "
            "FROM prescriber WHERE id = ? ON CONFLICT (parent_station, prescriber_id) DO UPDATE SET "
            "engine_version = excluded.engine_version, candidate_count = excluded.candidate_count, "
            "best_probability = excluded.best_probability, none_probability = excluded.none_probability, "
            "automatic = excluded.automatic, explanation = excluded.explanation, "
            "candidates = excluded.candidates, second_probability = excluded.second_probability"_s,
            {text(set.engineVersion), set.candidates.size(), best, set.noneProbability, set.automatic ? 1 : 0,
             text(set.explanation), QString::fromUtf8(toDocument(set.candidates)), second,
             set.prescriberId.value});
        if (!stored)
            return failure(stored.error());
        const auto mirrored = m_connection.run(u"UPDATE prescriber SET candidate_count = ? WHERE id = ?"_s,
                                               {set.candidates.size(), set.prescriberId.value});
        if (!mirrored)
            return failure(mirrored.error());
    }
    return ok();
}

Result<CandidateSet> CorrelationRepository::candidates(PrescriberId id)
{
    CandidateSet set;
    set.prescriberId = id;
    QByteArray document;
    const Done read = m_connection.each(
        u"SELECT s.engine_version, s.none_probability, s.automatic, s.explanation, s.candidates FROM "
        u"prescriber p "
        "JOIN candidate_set s ON s.parent_station = p.parent_station AND s.prescriber_id = p.id WHERE p.id = ?"_s,
        {id.value}, [&](const Row &row) {
            set.engineVersion = row.text(0);
            set.noneProbability = row.real(1);
            set.automatic = row.truth(2);
            set.explanation = row.text(3);
            document = row.text(4).toUtf8();
            return false;
        });
    if (!read)
        return failure(read.error());
    if (document.isEmpty())
        return set;
    auto found = candidatesFromDocument(document);
    if (!found)
        return failure(found.error());
    set.candidates = std::move(*found);
    return set;
}

namespace {
/// What people decided and did not take back. A link to a team of another station says nothing here.
Done readDecisions(Connection &connection, const correlation::StationInput &input,
                   QVector<correlation::StaffDecision> &decided)
{
    QHash<qint64, quint32> prescribers;
    for (qsizetype i = 0; i < input.prescribers.size(); ++i)
        prescribers.insert(input.prescribers.at(i).id.value, quint32(i));
    QHash<qint64, quint32> teams;
    for (qsizetype i = 0; i < input.careTeams.size(); ++i)
        teams.insert(input.careTeams.at(i).triageTeamId.value, quint32(i));
    const Done done = connection.each(
        u"SELECT prescriber_id, care_team, status FROM correlation WHERE parent_station = ? "
        "AND status IN ('manual', 'refused', 'external') ORDER BY prescriber_id"_s,
        {input.parentStation}, [&](const Row &row) {
            const auto prescriber = prescribers.constFind(row.number(0));
            const auto team = teams.constFind(row.number(1));
            const bool linked = row.text(2) == "manual"_L1;
            if (prescriber == prescribers.cend() || (linked && team == teams.cend()))
                return true;
            decided.append({*prescriber, linked ? std::optional<quint32>(*team) : std::optional<quint32>()});
            return true;
        });
    std::ranges::sort(decided);
    return done;
}

/// At a cut-over old care teams and new pools of the same names and patients stand side by side: matching
/// sees the old ones until the day, and the pools from then on.
Done leaveOutOtherSide(Connection &connection, correlation::StationInput &input)
{
    const auto begun = connection.first<bool>(
        u"SELECT begun FROM cut_over WHERE parent_station = ? AND withdrawn_at IS NULL"_s,
        {input.parentStation}, [](const Row &row) { return row.truth(0); });
    if (!begun)
        return failure(begun.error());
    if (*begun) {
        const EhrSystem other = **begun ? EhrSystem::VistA : EhrSystem::OracleHealth;
        input.careTeams.removeIf([other](const CareTeam &team) { return team.ehr == other; });
    }
    return ok();
}
} // namespace

Result<correlation::StationInput> CorrelationRepository::stationRecords(const QString &parentStation)
{
    correlation::StationInput input;
    input.parentStation = parentStation;
    auto prescribers = PrescriberRepository(m_connection).ofStation(parentStation);
    if (!prescribers)
        return failure(prescribers.error());
    input.prescribers = std::move(*prescribers);
    auto teams = CareTeamRepository(m_connection).ofStation(parentStation);
    if (!teams)
        return failure(teams.error());
    input.careTeams = std::move(*teams);
    return input;
}

Result<correlation::StationInput> CorrelationRepository::stationTeams(const QString &parentStation)
{
    auto input = stationRecords(parentStation);
    if (!input)
        return input;
    const Done done = readTeamTies(m_connection, *input);
    return done ? input : failure(done.error());
}

Result<correlation::StationInput> CorrelationRepository::stationInput(const QString &parentStation)
{
    auto input = stationRecords(parentStation);
    if (!input)
        return input;
    if (const Done done = leaveOutOtherSide(m_connection, *input); !done)
        return failure(done.error());
    if (const Done done = readPatientTies(m_connection, *input); !done)
        return failure(done.error());
    auto word = staffWord(*input);
    if (!word)
        return failure(word.error());
    input->refused = std::move(word->refused);
    input->decided = std::move(word->decided);
    return input;
}

Result<correlation::StaffWord> CorrelationRepository::staffWord(const correlation::StationInput &station)
{
    correlation::StaffWord word;
    const Done refused = m_connection.each(
        u"SELECT prescriber_id, triage_team_id FROM correlation_refusal WHERE parent_station = ?"_s,
        {station.parentStation}, [&](const Row &row) {
            word.refused.insert({row.number(0), row.number(1)});
            return true;
        });
    if (!refused)
        return failure(refused.error());
    if (const Done done = readDecisions(m_connection, station, word.decided); !done)
        return failure(done.error());
    return word;
}

Done CorrelationRepository::each(const std::function<bool(const Correlation &)> &take)
{
    return m_connection.each(
        u"SELECT %1 FROM prescriber p LEFT JOIN correlation c ON c.parent_station = p.parent_station "
        "AND c.prescriber_id = p.id ORDER BY p.parent_station, p.id"_s.arg(correlationrows::columns()),
        {}, [&](const Row &row) { return take(correlationrows::map(row)); });
}

} // namespace renewal::store
