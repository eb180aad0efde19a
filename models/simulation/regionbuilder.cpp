// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/regionbuilder.h"

#include "models/simulation/extractnames.h"
#include "models/simulation/namingplan.h"
#include "models/simulation/stationbuilder.h"

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

constexpr int habitCount = int(std::size(vistaHabits));

NamingHabit vistaHabit(int index)
{
    return vistaHabits[index % habitCount];
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
    int vista = random.below(habitCount);
    for (int i = 0; i < options.stations; ++i) {
        const bool oracleHealth = isOracleHealth(i, options.stations);
        SimulatedStation station = stationOf(tables.facilities.at(order.at(i)), oracleHealth);
        station.habit = oracleHealth ? NamingHabit::OraclePool : vistaHabit(vista);
        station.oldHabits = {vistaHabit(vista + 1), vistaHabit(vista + 2)};
        vista += oracleHealth ? 0 : 2;
        region.stations.append(station);
        StationBuilder(region, tables, options, i).build();
        Random naming(options.seed, Random::Purpose::Station, quint64(i) + 1'000'000);
        nameTeams(region, i, naming);
        writeExtractNames(region, i, options.seed, naming);
    }
    return region;
}

} // namespace renewal::simulation
