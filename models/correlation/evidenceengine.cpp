// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/evidenceengine.h"

#include "models/correlation/evidencetexts.h"
#include "models/correlation/obstacles.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::correlation {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Correlation)
};

constexpr qsizetype shownCandidates = 5;
/// Less likely ones are not worth a look, unless nothing else is there.
constexpr double worthShowing = 0.002;

/// The teams to show, most probable first; equal ones by id.
QVector<qsizetype> shownTeams(const StationInput &station, const QVector<double> &probabilities)
{
    QVector<qsizetype> teams;
    for (qsizetype team = 0; team < probabilities.size(); ++team) {
        if (probabilities.at(team) >= worthShowing)
            teams.append(team);
    }
    std::ranges::sort(teams, [&](qsizetype one, qsizetype other) {
        if (probabilities.at(one) != probabilities.at(other))
            return probabilities.at(one) > probabilities.at(other);
        return station.careTeams.at(one).triageTeamId < station.careTeams.at(other).triageTeamId;
    });
    teams.resize(std::min(teams.size(), shownCandidates));
    return teams;
}

} // namespace

EvidenceEngine::EvidenceEngine(Lexicon lexicon, Weights weights, Policy policy)
    : m_lexicon(std::move(lexicon))
    , m_weights(std::move(weights))
    , m_policy(policy)
{
}

bool EvidenceEngine::knowsPatients(const StationInput &station, const StationEvidence &evidence)
{
    return !station.prescribed.isEmpty() && !station.associated.isEmpty() &&
           evidence.patients().population() > 0;
}

QVector<CandidateSet> EvidenceEngine::match(const StationInput &station) const
{
    if (station.prescribed.isEmpty() || station.associated.isEmpty())
        return m_byNames.match(station);
    const StationEvidence evidence(station, m_lexicon);
    if (!knowsPatients(station, evidence))
        return m_byNames.match(station);
    QVector<CandidateSet> sets;
    sets.reserve(evidence.prescribers());
    for (qsizetype prescriber = 0; prescriber < evidence.prescribers(); ++prescriber)
        sets.append(setOf(station, evidence, prescriber));
    return sets;
}

CandidateSet EvidenceEngine::setOf(const StationInput &station, const StationEvidence &evidence,
                                   qsizetype prescriber) const
{
    Posterior posterior = posteriorOf(evidence, prescriber, m_weights);
    for (qsizetype team = 0; team < evidence.teams() && !station.refused.isEmpty(); ++team) {
        if (station.refused.contains(
                {station.prescribers.at(prescriber).id.value, station.careTeams.at(team).triageTeamId.value}))
            refuse(posterior, team);
    }
    CandidateSet set;
    set.prescriberId = station.prescribers.at(prescriber).id;
    set.engineVersion = version();
    explain(set, station, evidence, posterior, prescriber);
    return set;
}

void EvidenceEngine::explain(CandidateSet &set, const StationInput &station, const StationEvidence &evidence,
                             const Posterior &posterior, qsizetype prescriber) const
{
    const QVector<qsizetype> teams = shownTeams(station, posterior.probabilities);
    if (teams.isEmpty()) {
        set.explanation = Texts::tr("No care team of this station fits by name or patients.");
        return;
    }
    const CaseView view{station, evidence, posterior, prescriber, teams.constFirst()};
    for (const qsizetype team : teams) {
        const CareTeam &careTeam = station.careTeams.at(team);
        set.candidates.append({careTeam.triageTeamId, careTeam.shownName(), posterior.probabilities.at(team),
                               evidenceOf(view, team, m_weights)});
        set.noneProbability -= posterior.probabilities.at(team);
    }
    set.noneProbability = std::max(0.0, set.noneProbability);
    const QString obstacle = automaticObstacle(view, m_policy);
    set.automatic = obstacle.isEmpty();
    set.explanation = set.automatic ? linkedBecause(view) : obstacle;
}

} // namespace renewal::correlation
