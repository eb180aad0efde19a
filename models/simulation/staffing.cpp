// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/staffing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
constexpr int leadWeight = 100;

const QStringList &primaryCareCredentials()
{
    static const QStringList list{u"MD"_s, u"MD"_s, u"DO"_s, u"NP"_s, u"FNP-C"_s, u"PA-C"_s};
    return list;
}
} // namespace

Staffing::Staffing(Region &region, const Tables &tables, int station, Random &random)
    : m_region(region)
    , m_tables(tables)
    , m_random(random)
    , m_index(station)
    , m_firstPrescriber(int(region.prescribers.size()))
{
}

void Staffing::add(int prescribers)
{
    // Of all but the leads, in thousandths of the whole staff.
    const int rest = std::max(0, prescribers - int(station().primaryCare.size()));
    const auto part = [rest](int thousandths) { return int(qint64(rest) * thousandths / 832); };
    addLeads();
    addHelpers(std::max(4, part(100)), std::max(2, part(86)));
    addClinicians(station().mentalHealth, u"mh"_s, part(94));
    addClinicians(station().specialty, u"spec"_s, part(156));
    addPharmacists(std::max(2, part(41)), std::max(1, part(16)));
    addDeparted(std::max(2, part(90)));
    addCommunity(std::max(4, part(147)));
    addTeamless(std::max(2, part(70)), std::max(1, part(21)));
    addVisitors(std::max(1, part(9)));
    moveSome(std::max(2, part(6)));
    plantSharedNames();
}

Person Staffing::newPerson(const QString &credential)
{
    for (;;) {
        Person person = drawPerson(m_tables, m_random, credential);
        // Common surnames collide by themselves; families and small towns do the rest.
        if (!m_families.isEmpty() && m_random.chance(20))
            person.family = m_random.pick(m_families);
        const QString name = person.given + u' ' + person.family;
        if (m_usedNames.contains(name))
            continue;
        m_usedNames.insert(name);
        m_families.append(person.family);
        return person;
    }
}

int Staffing::addPrescriber(const Person &person, const QString &kind, const QVector<int> &teams, int weight)
{
    const int index = int(m_region.prescribers.size());
    SimulatedPrescriber prescriber;
    prescriber.person = person;
    prescriber.station = m_index;
    prescriber.teams = teams;
    prescriber.truth.kind = kind;
    if (teams.size() > 1)
        prescriber.truth.traps.append(u"multi"_s);
    for (int i = 0; i < teams.size(); ++i) {
        SimulatedTeam &team = m_region.teams[teams.at(i)];
        team.prescribers.append(index);
        prescriber.shares.append({teams.at(i), weight});
        if (i == 0)
            prescriber.truth.team = team.careTeam.triageTeamId;
        else
            prescriber.truth.alsoAcceptable.append(team.careTeam.triageTeamId);
    }
    m_region.prescribers.append(prescriber);
    return index;
}

void Staffing::cover(int prescriber, int team, int weight)
{
    if (weight > 0)
        m_region.prescribers[prescriber].shares.append({team, weight});
}

int Staffing::otherTeam(const QVector<int> &teams, int except)
{
    const int at = m_random.below(int(teams.size()));
    return teams.at(at) != except ? teams.at(at) : teams.at((at + 1) % teams.size());
}

void Staffing::addLeads()
{
    const QVector<int> teams = station().primaryCare;
    for (qsizetype i = 0; i < teams.size(); ++i) {
        QVector<int> led{teams.at(i)};
        // Some lead in two clinics.
        if (m_random.chance(60))
            led.append(otherTeam(teams, teams.at(i)));
        const Person person = newPerson(m_random.pick(primaryCareCredentials()));
        const int lead = addPrescriber(person, u"pact_lead"_s, led, leadWeight);
        // They cover for the team next door, now and then for any.
        cover(lead, teams.at((i + 1) % teams.size()), m_random.between(0, 4));
        const int any = otherTeam(teams, teams.at(i));
        cover(lead, any, m_random.between(0, 2));
    }
}

void Staffing::addHelpers(int associates, int residents)
{
    const QVector<int> teams = station().primaryCare;
    for (int i = 0; i < associates; ++i) {
        QVector<int> helped{m_random.pick(teams)};
        if (m_random.chance(60))
            helped.append(otherTeam(teams, helped.constFirst()));
        const int weight = m_random.between(18, 65);
        const int associate = addPrescriber(newPerson(u"NP"_s), u"pact_assoc"_s, helped, weight);
        const int any = otherTeam(teams, helped.constFirst());
        cover(associate, any, m_random.between(0, 2));
    }
    for (int i = 0; i < residents; ++i) {
        // Residents have a few patients of their own and see others wherever they are needed that day.
        const int team = m_random.pick(teams);
        const int weight = m_random.between(1, 5);
        const int resident = addPrescriber(newPerson(u"MD"_s), u"resident"_s, {team}, weight);
        for (int others = m_random.between(1, 3); others > 0; --others) {
            const int any = otherTeam(teams, team);
            cover(resident, any, m_random.between(0, 1));
        }
    }
}

void Staffing::addClinicians(const QVector<int> &teams, const QString &kind, int count)
{
    const bool mental = kind == "mh"_L1;
    const int all = std::max(count, int(teams.size()));
    for (int i = 0; i < all; ++i) {
        QVector<int> own{i < teams.size() ? teams.at(i) : m_random.pick(teams)};
        // Some also sit in a second clinic.
        if (m_random.chance(70)) {
            const int second = otherTeam(teams, own.constFirst());
            if (second != own.constFirst())
                own.append(second);
        }
        const QString credential = mental && m_random.chance(400) ? u"PMHNP"_s : u"MD"_s;
        const int weight = m_random.between(35, 100);
        addPrescriber(newPerson(credential), kind, own, weight);
    }
}

void Staffing::addPharmacists(int inTeams, int central)
{
    const QVector<int> teams = station().primaryCare;
    for (int i = 0; i < inTeams; ++i) {
        // A clinical pharmacist serves one to three primary-care teams.
        const int first = m_random.below(int(teams.size()));
        QVector<int> served;
        for (int n = m_random.pick(QVector<int>{1, 1, 2, 2, 3}); n > 0; --n)
            served.append(teams.at((first + n) % teams.size()));
        const int weight = m_random.between(3, 14);
        addPrescriber(newPerson(u"PharmD"_s), u"pharmd_pact"_s, served, weight);
    }
    for (int i = 0; i < central; ++i) {
        const int weight = m_random.between(3, 10);
        addPrescriber(newPerson(u"PharmD"_s), u"pharmd"_s, {station().services.first()}, weight);
    }
}

void Staffing::addDeparted(int count)
{
    const QVector<int> teams = station().primaryCare + station().primaryCare + station().mentalHealth;
    for (int i = 0; i < count; ++i) {
        const int team = m_random.pick(teams);
        const int weight = m_random.between(4, 24);
        addPrescriber(newPerson(u"MD"_s), u"departed"_s, {team}, weight);
    }
}

void Staffing::addCommunity(int count)
{
    for (int i = 0; i < count; ++i) {
        const int index = addPrescriber(newPerson(u"MD"_s), u"community"_s, {}, 0);
        SimulatedPrescriber &prescriber = m_region.prescribers[index];
        if (m_random.chance(140)) {
            prescriber.truth.traps.append(u"rural_cc"_s);
            serveClinic(index);
        } else {
            prescriber.reach = m_random.pick(QVector<int>{1, 1, 2, 2, 3, 5, 10, 25});
        }
    }
}

/// The only doctor far and wide: their patients are those of one clinic, and it may have a single team.
void Staffing::serveClinic(int prescriber)
{
    QVector<int> outside;
    for (const int team : station().primaryCare) {
        if (m_region.teams.at(team).place > 0)
            outside.append(team);
    }
    const QVector<int> candidates = outside.isEmpty() ? station().primaryCare : outside;
    const int place = m_region.teams.at(m_random.pick(candidates)).place;
    const int weight = m_random.between(4, 30);
    for (const int team : candidates) {
        if (m_region.teams.at(team).place == place)
            cover(prescriber, team, weight);
    }
}

void Staffing::addTeamless(int withoutTeam, int floats)
{
    for (int i = 0; i < withoutTeam; ++i) {
        const int index = addPrescriber(newPerson(u"MD"_s), u"nogroup"_s, {}, 0);
        m_region.prescribers[index].reach = m_random.pick(QVector<int>{3, 4, 5, 6, 8, 16, 24});
    }
    for (int i = 0; i < floats; ++i) {
        const int index = addPrescriber(newPerson(u"MD"_s), u"float"_s, {}, 0);
        for (int n = m_random.between(6, 12); n > 0; --n) {
            const int team = m_random.pick(station().primaryCare);
            cover(index, team, m_random.between(1, 6));
        }
    }
}

void Staffing::addVisitors(int count)
{
    // People known at the station before this one have a clinic here as well, under another id.
    for (int i = 0; i < m_firstPrescriber && count > 0; ++i) {
        const SimulatedPrescriber &other = m_region.prescribers.at(i);
        const QString name = other.person.given + u' ' + other.person.family;
        if (other.station != m_index - 1 || other.truth.kind != "spec"_L1 || m_usedNames.contains(name))
            continue;
        m_usedNames.insert(name);
        const int team = m_random.pick(station().specialty);
        addPrescriber(Person(other.person), u"second_station"_s, {team}, 60);
        --count;
    }
}

void Staffing::moveSome(int count)
{
    for (int i = m_firstPrescriber; i < m_region.prescribers.size() && count > 0; ++i) {
        SimulatedPrescriber &prescriber = m_region.prescribers[i];
        if (prescriber.truth.kind != "pact_assoc"_L1 || prescriber.teams.size() > 1 ||
            station().places.size() < 2)
            continue;
        prescriber.truth.kind = u"moved_in"_s;
        prescriber.truth.traps.append(u"internal_move"_s);
        // Patients of the former team stay with them for a while.
        const int former = otherTeam(station().primaryCare, prescriber.teams.constFirst());
        cover(i, former, m_random.between(4, 16));
        --count;
    }
}

void Staffing::plantSharedNames()
{
    const QVector<int> teams = station().primaryCare;
    // Two people with one name, each with an id of their own ...
    const int firstIndex = m_region.teams.at(teams.at(0)).prescribers.first();
    SimulatedPrescriber &first = m_region.prescribers[firstIndex];
    first.person.middle.clear();
    first.person.suffix.clear();
    const Person twin = first.person;
    const int second = addPrescriber(twin, u"pact_assoc"_s, {teams.at(2)}, 40);
    for (const int index : {firstIndex, second}) {
        m_region.prescribers[index].truth.ambiguous = true;
        m_region.prescribers[index].truth.traps.append(u"homonym"_s);
    }
    // ... and two whose records were merged into one id.
    const int merged = addPrescriber(newPerson(u"MD"_s), u"pact_assoc"_s, {teams.at(1), teams.at(3)}, 40);
    m_region.prescribers[merged].truth.ambiguous = true;
    m_region.prescribers[merged].truth.traps.append(u"merged_identity"_s);
}

} // namespace renewal::simulation
