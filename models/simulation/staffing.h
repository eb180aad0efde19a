// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/random.h"
#include "models/simulation/region.h"
#include "models/simulation/tables.h"

#include <QSet>

namespace renewal::simulation {

/// Makes the people who prescribe at one station: who belongs to which care team, who covers for others, who
/// left, and those who belong to none. Names as the extracts write them come later (extractnames.h).
class Staffing
{
public:
    /// Works on region.stations[station], whose care teams are there already. All references must outlive it.
    Staffing(Region &region, const Tables &tables, int station, Random &random);
    /// About `prescribers` people, but at least one for each care team.
    void add(int prescribers);

private:
    int addPrescriber(const Person &person, const QString &kind, const QVector<int> &teams, int weight);
    void cover(int prescriber, int team, int weight);
    Person newPerson(const QString &credential);
    int otherTeam(const QVector<int> &teams, int except);
    void addLeads();
    void addHelpers(int associates, int residents);
    void addClinicians(const QVector<int> &teams, const QString &kind, int count);
    void addPharmacists(int inTeams, int central);
    void addDeparted(int count);
    void addCommunity(int count);
    void serveClinic(int prescriber);
    void addTeamless(int withoutTeam, int floats);
    void addVisitors(int count);
    void moveSome(int count);
    void plantSharedNames();

    Region &m_region;
    const Tables &m_tables;
    Random &m_random;
    int m_index;
    int m_firstPrescriber;
    QSet<QString> m_usedNames;
    QStringList m_families; ///< of the people here, for collisions

    const SimulatedStation &station() const { return m_region.stations.at(m_index); }
};

} // namespace renewal::simulation
