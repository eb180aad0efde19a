// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/options.h"
#include "models/simulation/random.h"
#include "models/simulation/region.h"
#include "models/simulation/tables.h"

#include <QSet>

namespace renewal::simulation {

/// Fills one station of a region with care teams and the people who prescribe there. Names of teams and of
/// prescribers come after it (namingplan.h, extractnames.h).
class StationBuilder
{
public:
    /// Works on region.stations[station], whose places are there already. All references must outlive it.
    StationBuilder(Region &region, const Tables &tables, const Options &options, int station);
    void build();

private:
    int addTeam(TeamRole role, int place, int subject);
    void addTeams();
    int addPrescriber(const Person &person, const QString &kind, const QVector<int> &teams);
    Person newPerson(const QString &credential);
    void staffPrimaryCare();
    void addPrimaryCareHelpers(int team);
    void staffOtherTeams();
    void addPharmacists();
    void addDeparted();
    void addLoose();
    void addVisitor();
    void moveSome();
    void plantSharedNames();
    int primaryCareTeams() const;

    Region &m_region;
    const Tables &m_tables;
    const Options &m_options;
    Random m_random;
    int m_index;
    int m_firstPrescriber;
    QSet<QString> m_usedNames;
    QStringList m_families; ///< of the people here, for collisions
    QHash<quint64, int> m_ordinals;

    SimulatedStation &station() { return m_region.stations[m_index]; }
};

} // namespace renewal::simulation
