// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/stationbuilder.h"

#include "models/simulation/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
constexpr quint64 teamNumberSpan = 9'000'000;
constexpr int patientsPerTeam = 320;

QStringList primaryCareCredentials()
{
    return {u"MD"_s, u"MD"_s, u"DO"_s, u"NP"_s, u"FNP-C"_s, u"PA-C"_s};
}
} // namespace

StationBuilder::StationBuilder(Region &region, const Tables &tables, const Options &options, int station)
    : m_region(region)
    , m_tables(tables)
    , m_options(options)
    , m_random(options.seed, Random::Purpose::Station, quint64(station))
    , m_index(station)
    , m_firstPrescriber(int(region.prescribers.size()))
{
}

void StationBuilder::build()
{
    addTeams();
    staffPrimaryCare();
    staffOtherTeams();
    addPharmacists();
    addDeparted();
    addLoose();
    addVisitor();
    moveSome();
    plantSharedNames();
}

int StationBuilder::primaryCareTeams() const
{
    return std::clamp(m_options.patients / m_options.stations / patientsPerTeam, 6, 60);
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
    const quint64 number = 1'000'000 + scrambled(quint64(index), teamNumberSpan, m_options.seed);
    team.careTeam.triageTeamId = TriageTeamId{qint64(number)};
    team.careTeam.ehr = station().station.ehr;
    team.careTeam.station = station().places.at(place).number;
    // Clinics are often filed under the parent station.
    if (place > 0 && m_random.chance(300))
        team.careTeam.station = station().station.number;
    m_region.teams.append(team);
    return index;
}

void StationBuilder::addTeams()
{
    const int places = int(station().places.size());
    const int primary = primaryCareTeams();
    for (int i = 0; i < primary; ++i)
        station().primaryCare.append(
            addTeam(TeamRole::PrimaryCare, i % 5 < 3 ? 0 : m_random.below(places), 0));
    const int mental = std::max(2, primary / 4);
    for (int i = 0; i < mental; ++i)
        station().mentalHealth.append(
            addTeam(TeamRole::MentalHealth, i == 0 ? 0 : m_random.below(places), 0));
    const int special = std::max(5, primary * 6 / 10);
    const int first = m_random.below(specialtyCount());
    for (int i = 0; i < special; ++i)
        station().specialty.append(addTeam(TeamRole::Specialty, 0, (first + i) % specialtyCount()));
    station().services.append(addTeam(TeamRole::Pharmacy, 0, 0));
    const int services = std::clamp(primary / 3, 4, serviceCount());
    for (int i = 0; i < services; ++i)
        station().services.append(addTeam(TeamRole::Service, 0, i));
}

Person StationBuilder::newPerson(const QString &credential)
{
    for (;;) {
        Person person = drawPerson(m_tables, m_random, credential);
        // Common surnames collide by themselves; families and small towns do the rest.
        if (!m_families.isEmpty() && m_random.chance(120))
            person.family = m_random.pick(m_families);
        const QString name = person.given + u' ' + person.family;
        if (m_usedNames.contains(name))
            continue;
        m_usedNames.insert(name);
        m_families.append(person.family);
        return person;
    }
}

int StationBuilder::addPrescriber(const Person &person, const QString &kind, const QVector<int> &teams)
{
    const int index = int(m_region.prescribers.size());
    SimulatedPrescriber prescriber;
    prescriber.person = person;
    prescriber.station = m_index;
    prescriber.teams = teams;
    prescriber.truth.kind = kind;
    for (int i = 0; i < teams.size(); ++i) {
        SimulatedTeam &team = m_region.teams[teams.at(i)];
        team.prescribers.append(index);
        if (i == 0)
            prescriber.truth.team = team.careTeam.triageTeamId;
        else
            prescriber.truth.alsoAcceptable.append(team.careTeam.triageTeamId);
    }
    m_region.prescribers.append(prescriber);
    return index;
}

void StationBuilder::staffPrimaryCare()
{
    const QStringList credentials = primaryCareCredentials();
    const QVector<int> teams = station().primaryCare;
    for (const int team : teams) {
        addPrescriber(newPerson(m_random.pick(credentials)), u"pact_lead"_s, {team});
        addPrimaryCareHelpers(team);
    }
}

void StationBuilder::addPrimaryCareHelpers(int team)
{
    if (m_random.chance(550))
        addPrescriber(newPerson(u"NP"_s), u"pact_assoc"_s, {team});
    if (m_random.chance(350)) {
        for (int i = m_random.between(1, 2); i > 0; --i)
            addPrescriber(newPerson(u"MD"_s), u"resident"_s, {team});
    }
}

void StationBuilder::staffOtherTeams()
{
    const QVector<int> mentalHealth = station().mentalHealth;
    for (const int team : mentalHealth) {
        for (int i = m_random.between(1, 3); i > 0; --i)
            addPrescriber(newPerson(i == 1 ? u"PMHNP"_s : u"MD"_s), u"mh"_s, {team});
    }
    const QVector<int> specialty = station().specialty;
    for (const int team : specialty) {
        for (int i = m_random.between(1, 2); i > 0; --i) {
            QVector<int> teams{team};
            // Some specialists also sit in a second clinic.
            if (i == 2 && m_random.chance(150))
                teams.append(m_random.pick(specialty));
            if (teams.size() == 2 && teams.at(0) == teams.at(1))
                teams.removeLast();
            addPrescriber(newPerson(u"MD"_s), u"spec"_s, teams);
        }
    }
}

void StationBuilder::addPharmacists()
{
    const QVector<int> teams = station().primaryCare;
    // A clinical pharmacist serves two or three primary-care teams.
    for (qsizetype i = 0; i + 1 < teams.size(); i += 3) {
        const int served = m_random.between(2, 3);
        addPrescriber(newPerson(u"PharmD"_s), u"pharmd_pact"_s, teams.mid(i, served));
    }
    addPrescriber(newPerson(u"PharmD"_s), u"pharmd"_s, {station().services.first()});
}

void StationBuilder::addDeparted()
{
    const QVector<int> teams = station().primaryCare + station().mentalHealth;
    bool any = false;
    for (const int team : teams) {
        if (!m_random.chance(260) && (any || team != teams.last()))
            continue;
        any = true;
        addPrescriber(newPerson(u"MD"_s), u"departed"_s, {team});
    }
}

void StationBuilder::addLoose()
{
    const int staff = int(m_region.prescribers.size()) - m_firstPrescriber;
    auto add = [this](const QString &kind, int count) {
        for (int i = 0; i < count; ++i)
            station().loose.append(addPrescriber(newPerson(u"MD"_s), kind, {}));
    };
    add(u"community"_s, std::max(4, staff * 22 / 100));
    add(u"nogroup"_s, std::max(2, staff * 7 / 100));
    add(u"float"_s, std::max(1, staff * 3 / 100));
}

void StationBuilder::addVisitor()
{
    if (m_index == 0)
        return;
    // Somebody known at the station before this one has a clinic here as well, under another id.
    for (const SimulatedPrescriber &other : std::as_const(m_region.prescribers)) {
        const QString name = other.person.given + u' ' + other.person.family;
        if (other.station != m_index - 1 || other.truth.kind != "spec"_L1 || m_usedNames.contains(name))
            continue;
        m_usedNames.insert(name);
        addPrescriber(Person(other.person), u"second_station"_s, {station().specialty.first()});
        return;
    }
}

void StationBuilder::moveSome()
{
    int moved = 0;
    for (int i = m_firstPrescriber; i < m_region.prescribers.size() && moved < 2; ++i) {
        SimulatedPrescriber &prescriber = m_region.prescribers[i];
        if (prescriber.truth.kind != "pact_assoc"_L1 || station().places.size() < 2)
            continue;
        prescriber.truth.kind = u"moved_in"_s;
        prescriber.truth.traps.append(u"internal_move"_s);
        ++moved;
    }
}

void StationBuilder::plantSharedNames()
{
    const QVector<int> teams = station().primaryCare;
    // Two people with one name, each with an id of their own ...
    const int firstIndex = m_region.teams.at(teams.at(0)).prescribers.first();
    SimulatedPrescriber &first = m_region.prescribers[firstIndex];
    first.person.middle.clear();
    first.person.suffix.clear();
    const Person twin = first.person;
    const int second = addPrescriber(twin, u"pact_assoc"_s, {teams.at(2)});
    for (const int index : {firstIndex, second}) {
        m_region.prescribers[index].truth.ambiguous = true;
        m_region.prescribers[index].truth.traps.append(u"homonym"_s);
    }
    // ... and two whose records were merged into one id.
    const int merged = addPrescriber(newPerson(u"MD"_s), u"pact_assoc"_s, {teams.at(1), teams.at(3)});
    m_region.prescribers[merged].truth.ambiguous = true;
    m_region.prescribers[merged].truth.traps.append(u"merged_identity"_s);
}

} // namespace renewal::simulation
