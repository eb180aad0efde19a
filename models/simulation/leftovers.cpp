// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/leftovers.h"

#include "models/simulation/teamnames.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
/// Adds the leftovers of one station.
class Leftovers
{
public:
    Leftovers(Region &region, int station, Random &random)
        : m_region(region)
        , m_station(region.stations.at(station))
        , m_random(random)
    {
        for (const SimulatedTeam &team : std::as_const(region.teams))
            m_ids.insert(team.careTeam.triageTeamId.value);
    }
    void add(int original, const QString &oddity);

private:
    void rename(SimulatedTeam &old);
    void giveOldNumber(CareTeam &team);

    Region &m_region;
    const SimulatedStation &m_station;
    Random &m_random;
    QSet<qint64> m_ids;
};

void Leftovers::add(int original, const QString &oddity)
{
    SimulatedTeam old = m_region.teams.at(original);
    rename(old);
    old.twin = original;
    old.kept = m_random.between(200, 450);
    old.prescribers.clear();
    old.namedPrescribers.clear();
    old.oddity = oddity;
    old.careTeam.blocked = oddity != "retired"_L1;
    if (oddity == "inactive"_L1)
        old.careTeam.name.prepend("INACTIVE "_L1);
    else if (oddity == "retired"_L1)
        old.careTeam.name.prepend("zz"_L1);
    if (m_station.station.ehr == EhrSystem::OracleHealth) {
        // The VistA team that was closed at the cut-over.
        old.careTeam.migratingToOh = true;
        old.careTeam.blocked = true;
        old.careTeam.ehr = EhrSystem::VistA;
    }
    giveOldNumber(old.careTeam);
    m_region.teams.append(old);
}

/// What a VistA team was called before the cut-over is the better name more often than not.
void Leftovers::rename(SimulatedTeam &old)
{
    if (m_station.station.ehr != EhrSystem::OracleHealth)
        return;
    old.habit = m_station.oldHabits.first();
    if (old.named.isEmpty() && m_random.chance(500))
        old.named = {m_region.prescribers.at(old.prescribers.first()).person};
    old.careTeam.name = teamName(old, m_station, PersonStyle::Full, m_random);
}

void Leftovers::giveOldNumber(CareTeam &team)
{
    // Team numbers have seven digits from 1,000,000; leftovers are older and have six.
    team.triageTeamId.value = 100'000 + team.triageTeamId.value / 10;
    while (m_ids.contains(team.triageTeamId.value))
        ++team.triageTeamId.value;
    m_ids.insert(team.triageTeamId.value);
}
} // namespace

void addLeftovers(Region &region, int station, int count, Random &random)
{
    // Copies: the lists of the station do not change, but the region's teams do.
    const QVector<int> primary = region.stations.at(station).primaryCare;
    const QVector<int> specialty = region.stations.at(station).specialty;
    const bool moved = region.stations.at(station).station.ehr == EhrSystem::OracleHealth;
    Leftovers leftovers(region, station, random);
    leftovers.add(specialty.first(), u"blocked_twin"_s);
    leftovers.add(primary.last(), u"inactive"_s);
    const int more = moved ? int(primary.size()) / 5 : count - 2;
    const QStringList oddities{u"retired"_s, u"blocked_twin"_s, u"inactive"_s};
    for (int i = 0; i < more && i + 1 < primary.size(); ++i)
        leftovers.add(primary.at(i), oddities.at(i % 3));
}

} // namespace renewal::simulation
