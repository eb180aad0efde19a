// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/patientties.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
/// How much a clinic prescribes to its patients, against 100 of the primary-care team.
constexpr int clinicWeight = 85;

WeightedIndices byPanel(const Region &region, const QVector<int> &teams)
{
    WeightedIndices panels;
    for (const int team : teams)
        panels.add(team, region.teams.at(team).panel);
    return panels;
}
} // namespace

void WeightedIndices::add(int index, int weight)
{
    if (weight <= 0)
        return;
    m_indices.append(index);
    m_cumulated.append((m_cumulated.isEmpty() ? 0 : m_cumulated.constLast()) + weight);
}

int WeightedIndices::pick(Random &random) const
{
    const int mark = random.below(m_cumulated.constLast());
    const auto found = std::upper_bound(m_cumulated.cbegin(), m_cumulated.cend(), mark);
    return m_indices.at(found - m_cumulated.cbegin());
}

TieSource::TieSource(const Region &region)
    : m_region(region)
    , m_staff(region.teams.size())
    , m_leftovers(region.teams.size())
{
    for (int i = 0; i < region.teams.size(); ++i) {
        if (region.teams.at(i).twin >= 0)
            m_leftovers[region.teams.at(i).twin].append(i);
    }
    for (int i = 0; i < region.stations.size(); ++i) {
        const SimulatedStation &station = region.stations.at(i);
        m_stations.add(i, station.size);
        m_locals.append({byPanel(region, station.primaryCare),
                         byPanel(region, station.mentalHealth),
                         byPanel(region, station.specialty),
                         {},
                         {}});
    }
    for (int i = 0; i < region.prescribers.size(); ++i) {
        const SimulatedPrescriber &prescriber = region.prescribers.at(i);
        for (const Share &share : prescriber.shares)
            m_staff[share.team].add(i, share.weight);
        Local &local = m_locals[prescriber.station];
        (prescriber.truth.kind == "community"_L1 ? local.community : local.others).add(i, prescriber.reach);
    }
}

Ties TieSource::draw(Random &random) const
{
    Ties ties;
    ties.station = m_stations.pick(random);
    const Local &local = m_locals.at(ties.station);
    ties.primary = local.primary.pick(random);
    if (random.chance(240))
        ties.mental = local.mental.pick(random);
    for (int count = random.chance(600) ? 0 : random.chance(850) ? 1 : 2; count > 0; --count) {
        const int clinic = local.specialty.pick(random);
        if (!ties.specialty.contains(clinic))
            ties.specialty.append(clinic);
    }
    if (random.chance(180))
        ties.community = local.community.pick(random);
    return ties;
}

int TieSource::drawPrescriber(const Ties &ties, Random &random) const
{
    const Local &local = m_locals.at(ties.station);
    const int mental = ties.mental >= 0 ? clinicWeight : 0;
    const int specialty = int(ties.specialty.size()) * clinicWeight;
    const int community = ties.community >= 0 ? 65 : 0;
    int draw = random.below(100 + mental + specialty + community + 7 + 1);
    if (draw < 100)
        return m_staff.at(ties.primary).pick(random);
    draw -= 100;
    if (draw < mental)
        return m_staff.at(ties.mental).pick(random);
    draw -= mental;
    if (draw < specialty)
        return m_staff.at(ties.specialty.at(draw / clinicWeight)).pick(random);
    draw -= specialty;
    if (draw < community)
        return ties.community;
    draw -= community;
    // The emergency department, the hospital, and now and then the central pharmacy.
    if (draw < 7)
        return local.others.pick(random);
    return m_staff.at(m_region.stations.at(ties.station).services.first()).pick(random);
}

bool TieSource::keeps(int team, Random &random) const
{
    return random.chance(m_region.teams.at(team).kept);
}

void TieSource::addPrimary(QVector<int> &teams, const Ties &ties, Random &random) const
{
    const int earlier = m_locals.at(ties.station).primary.pick(random);
    // Who changed teams is often still tied to the one before, alone or as well.
    const int moved = random.below(1000);
    if (moved >= 40 && keeps(ties.primary, random))
        teams.append(ties.primary);
    if (moved < 100 && !teams.contains(earlier))
        teams.append(earlier);
}

void TieSource::addLeftovers(QVector<int> &teams, const Ties &ties, Random &random) const
{
    for (const int clinic : QVector<int>{ties.primary} + ties.specialty) {
        for (const int leftover : m_leftovers.at(clinic)) {
            if (keeps(leftover, random))
                teams.append(leftover);
        }
    }
}

QVector<int> TieSource::drawTeams(const Ties &ties, Random &random) const
{
    QVector<int> teams;
    addPrimary(teams, ties, random);
    if (ties.mental >= 0 && keeps(ties.mental, random))
        teams.append(ties.mental);
    for (const int team : ties.specialty) {
        if (keeps(team, random))
            teams.append(team);
    }
    // Teams for everybody: whoever asked once is tied to them.
    for (const int service : m_region.stations.at(ties.station).services) {
        if (keeps(service, random))
            teams.append(service);
    }
    if (teams.isEmpty())
        teams.append(ties.primary);
    addLeftovers(teams, ties, random);
    return teams;
}

} // namespace renewal::simulation
