// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/regionbuilder.h"

#include "models/simulation/extractnames.h"
#include "models/simulation/leftovers.h"
#include "models/simulation/namingplan.h"
#include "models/simulation/staffing.h"
#include "models/simulation/stationbuilder.h"
#include "models/simulation/stationplan.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
/// Every VistA habit once, then again: a region of five stations shows all of them, as main or old habit.
constexpr NamingHabit vistaHabits[] = {
    NamingHabit::PlaceColon,  NamingHabit::Parentheses, NamingHabit::StationCode,
    NamingHabit::Underscores, NamingHabit::Colours,     NamingHabit::Dashes,
    NamingHabit::Pcmm,        NamingHabit::SlashRole,   NamingHabit::PlainWords,
};

/// The same of the other family.
constexpr NamingHabit otherHabits[] = {
    NamingHabit::NameFirst, NamingHabit::Possessive, NamingHabit::CamelCase, NamingHabit::Dotted,
    NamingHabit::Brackets,  NamingHabit::Glued,      NamingHabit::Effective,
};

bool isOther(NamingFamily family, int station)
{
    return family == NamingFamily::Other || (family == NamingFamily::Both && station % 2 == 1);
}

NamingHabit vistaHabit(bool other, int index)
{
    return other ? otherHabits[index % int(std::size(otherHabits))]
                 : vistaHabits[index % int(std::size(vistaHabits))];
}

/// One in five stations has moved to Oracle Health, at least one of two.
bool isOracleHealth(int index, int stations)
{
    return stations > 1 && index % 5 == std::min(stations, 5) - 1;
}

Place clinicOf(const Facility &facility, const Clinic &clinic)
{
    Place place;
    place.number = StationNumber(facility.station + clinic.suffix);
    place.name = clinic.city + u" VA Clinic"_s;
    place.city = clinic.city;
    place.code = QString(clinic.city).remove(u' ').left(4).toUpper();
    place.timeZone = facility.timeZone;
    return place;
}

SimulatedStation stationOf(const Facility &facility, bool oracleHealth)
{
    SimulatedStation station;
    station.station.number = StationNumber(facility.station);
    station.station.name = facility.name;
    station.station.healthCareSystemName = u"VA "_s + facility.city + u" health care"_s;
    station.station.ehr = oracleHealth ? EhrSystem::OracleHealth : EhrSystem::VistA;
    station.station.timeZone = facility.timeZone;
    Place main;
    main.number = station.station.number;
    main.name = facility.name;
    main.city = facility.city;
    main.code = QString(facility.city).remove(u' ').left(3).toUpper();
    main.timeZone = facility.timeZone;
    station.places.append(main);
    for (const Clinic &clinic : facility.clinics)
        station.places.append(clinicOf(facility, clinic));
    return station;
}
} // namespace

Region buildRegion(const Tables &tables, const Options &options)
{
    Region region;
    Random random(options.seed, Random::Purpose::Region);
    QVector<int> order(tables.facilities.size());
    std::iota(order.begin(), order.end(), 0);
    random.shuffle(order);
    int vista = random.below(int(std::size(vistaHabits)));
    const QVector<StationPlan> plans = planStations(options, random);
    for (int i = 0; i < options.stations; ++i) {
        const bool oracleHealth = isOracleHealth(i, options.stations);
        const bool other = isOther(options.naming, i);
        const NamingHabit pool = other ? NamingHabit::NamedPool : NamingHabit::OraclePool;
        SimulatedStation station = stationOf(tables.facilities.at(order.at(i)), oracleHealth);
        station.size = plans.at(i).size;
        station.habit = oracleHealth ? pool : vistaHabit(other, vista);
        station.oldHabits = {vistaHabit(other, vista + 1), vistaHabit(other, vista + 2)};
        vista += oracleHealth ? 0 : 2;
        region.stations.append(station);
        Random building(options.seed, Random::Purpose::Station, quint64(i));
        StationBuilder(region, options, i, building).addTeams(plans.at(i));
        Staffing(region, tables, i, building).add(plans.at(i).prescribers);
        Random naming(options.seed, Random::Purpose::Station, quint64(i) + 1'000'000);
        nameTeams(region, i, naming);
        addLeftovers(region, i, plans.at(i).leftovers, naming);
        writeExtractNames(region, i, options.seed, naming);
    }
    return region;
}

} // namespace renewal::simulation
