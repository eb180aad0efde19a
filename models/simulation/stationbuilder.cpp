// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/stationbuilder.h"

#include "models/simulation/words.h"

namespace renewal::simulation {

namespace {
constexpr quint64 teamNumberSpan = 9'000'000;
constexpr int inChangePerMille = 120;
} // namespace

StationBuilder::StationBuilder(Region &region, const Options &options, int station, Random &random)
    : m_region(region)
    , m_options(options)
    , m_random(random)
    , m_index(station)
    , m_inChange(random.chance(inChangePerMille))
{
}

/// Ties lapse: Veterans are added to their primary-care team when they sign up and to a clinic when somebody
/// there thinks of it.
int StationBuilder::kept(TeamRole role)
{
    switch (role) {
    case TeamRole::PrimaryCare:
        return m_random.chance(m_inChange ? 500 : 70) ? m_random.between(380, 560)
                                                      : m_random.between(830, 940);
    case TeamRole::MentalHealth:
        return m_random.between(500, 700);
    case TeamRole::Specialty:
        return m_random.between(370, 590);
    case TeamRole::Pharmacy:
        return m_random.between(250, 650);
    case TeamRole::Service:
        return m_random.between(60, 650);
    }
    return 1000;
}

int StationBuilder::addTeam(TeamRole role, int place, int subject)
{
    const int index = int(m_region.teams.size());
    SimulatedTeam team;
    team.role = role;
    team.station = m_index;
    team.place = place;
    team.subject = subject;
    const quint64 ordinalKey =
        quint64(role) << 32 | quint64(place) << 16 | quint64(role == TeamRole::Specialty ? subject : 0);
    team.ordinal = m_ordinals[ordinalKey]++;
    team.habit = station().habit;
    if (role != TeamRole::Service && m_random.chance(220))
        team.habit = m_random.pick(station().oldHabits);
    team.panel = m_random.between(50, 150);
    team.kept = kept(role);
    const quint64 number = 1'000'000 + scrambled(quint64(index), teamNumberSpan, m_options.seed);
    team.careTeam.triageTeamId = TriageTeamId{qint64(number)};
    team.careTeam.ehr = station().station.ehr;
    team.careTeam.station = station().places.at(place).number;
    // Clinics are often filed under the parent station.
    if (place > 0 && m_random.chance(600))
        team.careTeam.station = station().station.number;
    m_region.teams.append(team);
    return index;
}

void StationBuilder::addTeams(const StationPlan &plan)
{
    const int places = int(station().places.size());
    for (int i = 0; i < plan.primaryCare; ++i) {
        const int place = i % 5 < 2 ? 0 : m_random.below(places);
        station().primaryCare.append(addTeam(TeamRole::PrimaryCare, place, 0));
    }
    for (int i = 0; i < plan.mentalHealth; ++i) {
        const int place = i == 0 ? 0 : m_random.below(places);
        station().mentalHealth.append(addTeam(TeamRole::MentalHealth, place, 0));
    }
    const int first = m_random.below(specialtyCount());
    for (int i = 0; i < plan.specialty; ++i)
        station().specialty.append(addTeam(TeamRole::Specialty, 0, (first + i) % specialtyCount()));
    station().services.append(addTeam(TeamRole::Pharmacy, 0, 0));
    for (int i = 0; i < plan.services; ++i)
        station().services.append(addTeam(TeamRole::Service, 0, i));
}

} // namespace renewal::simulation
