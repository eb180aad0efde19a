// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/namingplan.h"

#include "models/simulation/teamnames.h"
#include "models/simulation/words.h"

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
/// What may be odd about a name with a person in it, in the order they are dealt out.
const QStringList &oddities()
{
    static const QStringList list{QString(),      u"nickname"_s, u"typo"_s,           u"several"_s,
                                  QString(),      u"staff"_s,    u"former_lead"_s,    u"glued_digit"_s,
                                  u"hyphen"_s,    QString(),     u"trailing_space"_s, u"case"_s,
                                  u"moved_lead"_s};
    return list;
}

QString leadText(const Person &person)
{
    QString text = person.family + u", "_s + person.given;
    if (!person.middle.isEmpty())
        text += u' ' + person.middle.left(1);
    return text;
}

PersonStyle styleFor(NamingHabit habit, Random &random)
{
    const int draw = random.below(100);
    if (habit == NamingHabit::OraclePool || habit == NamingHabit::StationCode)
        return draw < 20 ? PersonStyle::Full : draw < 70 ? PersonStyle::SurnameInitial : PersonStyle::Surname;
    return draw < 50 ? PersonStyle::Full : draw < 75 ? PersonStyle::SurnameInitial : PersonStyle::Surname;
}

/// The team's prescriber with `kind`, or its lead.
int memberOf(const Region &region, const SimulatedTeam &team, QLatin1StringView kind)
{
    for (const int index : team.prescribers) {
        if (region.prescribers.at(index).truth.kind == kind)
            return index;
    }
    return team.prescribers.first();
}

bool isPersonal(const SimulatedTeam &team)
{
    return team.role != TeamRole::Pharmacy && team.role != TeamRole::Service;
}

/// Deals out who is named by which team of one station.
class NamingPlan
{
public:
    NamingPlan(Region &region, int station, Random &random)
        : m_region(region)
        , m_station(region.stations[station])
        , m_random(random)
        , m_index(station)
    {
    }
    void run();

private:
    void nameByPerson(SimulatedTeam &team, int turn);
    Person namedPerson(SimulatedTeam &team, const QString &oddity);
    Person oddPerson(SimulatedTeam &team, const QString &oddity, Person person);
    int formerLead(const SimulatedTeam &team);
    int movedLead(const SimulatedTeam &team);
    void markPrescribers(const SimulatedTeam &team, const QString &trap);
    void fillFields(SimulatedTeam &team);
    void finish(SimulatedTeam &team, PersonStyle style);

    Region &m_region;
    SimulatedStation &m_station;
    Random &m_random;
    int m_index;
};

void NamingPlan::run()
{
    QVector<int> personal;
    int total = 0;
    for (int i = 0; i < m_region.teams.size(); ++i) {
        if (m_region.teams.at(i).station != m_index)
            continue;
        ++total;
        if (isPersonal(m_region.teams.at(i)))
            personal.append(i);
        else
            finish(m_region.teams[i], PersonStyle::Full);
    }
    m_random.shuffle(personal);
    const int nameless = (total * m_random.between(54, 59) + 50) / 100 - (total - int(personal.size()));
    const int leadOnly = total * 13 / 100;
    for (int i = 0; i < personal.size(); ++i) {
        SimulatedTeam &team = m_region.teams[personal.at(i)];
        if (i >= nameless) {
            nameByPerson(team, i - nameless + m_index * 5);
            continue;
        }
        if (i < leadOnly) {
            team.namedPrescribers = {team.prescribers.first()};
            team.careTeam.leadProviderName =
                leadText(m_region.prescribers.at(team.prescribers.first()).person);
            team.groupNaming = u"lead_field_only"_s;
        }
        finish(team, PersonStyle::Full);
    }
}

/// Who led the team once; a team without such a one may name somebody who has a practice outside by now.
int NamingPlan::formerLead(const SimulatedTeam &team)
{
    const int former = memberOf(m_region, team, "departed"_L1);
    if (m_region.prescribers.at(former).truth.kind == "departed"_L1 || !m_random.chance(300))
        return former;
    for (int i = team.prescribers.first(); i < m_region.prescribers.size(); ++i) {
        QStringList &traps = m_region.prescribers[i].truth.traps;
        if (m_region.prescribers.at(i).truth.kind != "community"_L1 || traps.contains(u"ex_va"_s))
            continue;
        traps.append(u"ex_va"_s);
        return i;
    }
    return former;
}

/// Somebody who led this team, is a member of another one by now and still sees some of the old patients.
int NamingPlan::movedLead(const SimulatedTeam &team)
{
    const SimulatedTeam &other = m_region.teams.at(m_random.pick(m_station.primaryCare));
    const int mover = memberOf(m_region, other, "pact_assoc"_L1);
    SimulatedPrescriber &prescriber = m_region.prescribers[mover];
    const int index = int(&team - m_region.teams.constData());
    if (prescriber.truth.ambiguous || prescriber.teams.contains(index))
        return -1;
    prescriber.truth.traps.append(u"mover_name_left"_s);
    const int weight = m_random.between(2, 12);
    prescriber.shares.append({index, weight});
    return mover;
}

Person NamingPlan::namedPerson(SimulatedTeam &team, const QString &oddity)
{
    int index = memberOf(m_region, team, "pact_lead"_L1);
    if (oddity == "former_lead"_L1)
        index = formerLead(team);
    else if (const int mover = oddity == "moved_lead"_L1 ? movedLead(team) : -1; mover >= 0)
        index = mover;
    if (!team.prescribers.contains(index) || m_region.prescribers.at(index).truth.kind == "departed"_L1)
        markPrescribers(team, u"stale_name"_s);
    if (oddity != "staff"_L1 && team.prescribers.contains(index))
        team.namedPrescribers = {index};
    return oddPerson(team, oddity, m_region.prescribers.at(index).person);
}

Person NamingPlan::oddPerson(SimulatedTeam &team, const QString &oddity, Person person)
{
    if (oddity == "nickname"_L1 && !person.nickname.isEmpty()) {
        person.given = person.nickname;
        markPrescribers(team, u"nickname"_s);
    } else if (oddity == "typo"_L1) {
        person.family = withTypo(person.family, m_random);
        markPrescribers(team, u"team_typo"_s);
    } else if (oddity == "hyphen"_L1 && person.hyphenated()) {
        person.family = person.family.section(u'-', 0, 0);
        markPrescribers(team, u"hyphen_part"_s);
    } else if (oddity == "glued_digit"_L1) {
        person.family += u'2';
        markPrescribers(team, u"glued_digit"_s);
    } else if (oddity == "staff"_L1) {
        // The nurse who answers the messages: shares a surname with a prescriber here, and prescribes
        // nothing.
        const SimulatedTeam &other = m_region.teams.at(m_random.pick(m_station.primaryCare));
        const Person &namesake = m_region.prescribers.at(other.prescribers.first()).person;
        person.given = namesake.nickname.isEmpty() ? u"Robin"_s : namesake.nickname;
        person.family = namesake.family;
        person.middle.clear();
        person.suffix.clear();
        person.credential = u"RN"_s;
        markPrescribers(team, u"named_after_staff"_s);
    }
    return person;
}

void NamingPlan::markPrescribers(const SimulatedTeam &team, const QString &trap)
{
    for (const int index : team.prescribers) {
        QStringList &traps = m_region.prescribers[index].truth.traps;
        if (!traps.contains(trap))
            traps.append(trap);
    }
}

void NamingPlan::nameByPerson(SimulatedTeam &team, int turn)
{
    QString oddity = oddities().at(turn % oddities().size());
    const Person lead = m_region.prescribers.at(memberOf(m_region, team, "pact_lead"_L1)).person;
    if (oddity == "nickname"_L1 && lead.nickname.isEmpty())
        oddity = u"typo"_s;
    // A part of a double name is written wherever there is one to shorten.
    if (lead.hyphenated() && oddity.isEmpty())
        oddity = u"hyphen"_s;
    team.oddity = oddity;
    team.named = {namedPerson(team, oddity)};
    if (oddity == "several"_L1 && team.prescribers.size() > 1) {
        team.namedPrescribers.append(team.prescribers.at(1));
        team.named.append(m_region.prescribers.at(team.prescribers.at(1)).person);
    }
    if (oddity != "staff"_L1 && m_random.chance(300))
        team.careTeam.leadProviderName = leadText(lead);
    PersonStyle style = styleFor(team.habit, m_random);
    if (oddity == "nickname"_L1)
        style = PersonStyle::Full;
    if (oddity == "glued_digit"_L1)
        style = PersonStyle::Surname;
    team.groupNaming = oddity == "staff"_L1 ? u"none"_s : toString(style);
    finish(team, style);
}

void NamingPlan::finish(SimulatedTeam &team, PersonStyle style)
{
    team.careTeam.name = teamName(team, m_station, style, m_random);
    if (team.groupNaming.isEmpty())
        team.groupNaming = u"none"_s;
    if (team.oddity == "trailing_space"_L1)
        team.careTeam.name += u' ';
    if (team.oddity == "case"_L1)
        team.careTeam.name =
            m_random.chance(500) ? team.careTeam.name.toUpper() : team.careTeam.name.toLower();
    if (m_random.chance(500))
        team.careTeam.name.replace(u'\'', QChar(0x2019));
    fillFields(team);
}

void NamingPlan::fillFields(SimulatedTeam &team)
{
    CareTeam &fields = team.careTeam;
    const Place &place = m_station.places.at(team.place);
    fields.relationType = u"PATIENT"_s;
    fields.preferred = m_random.chance(900);
    fields.signatureRequired = team.role == TeamRole::Service && serviceWords(team.subject).signature;
    if (m_random.chance(960))
        fields.healthCareSystemName = m_station.station.healthCareSystemName;
    const bool pilot = m_station.habit == NamingHabit::PlainWords;
    if (team.role == TeamRole::Pharmacy) {
        fields.groupType = u"PHARMACY"_s;
        fields.groupTypeDisplay = u"Pharmacy"_s;
        fields.subGroupType = u"ASK_A_PHARMACIST"_s;
        fields.subGroupTypeDisplay = u"Ask a pharmacist"_s;
    }
    if (isPersonal(team) && m_random.chance(pilot ? 950 : 700))
        fields.teamName = place.code + QString::number(team.ordinal + 1);
    if (!m_random.chance(pilot ? 900 : 480))
        return;
    fields.locationName = place.name;
    if (team.role == TeamRole::PrimaryCare || team.role == TeamRole::MentalHealth) {
        fields.groupType = team.role == TeamRole::PrimaryCare ? u"PRIMARY_CARE"_s : u"MENTAL_HEALTH"_s;
        fields.groupTypeDisplay = careWords(team);
    } else if (team.role == TeamRole::Specialty) {
        fields.groupType = u"SPECIALTY_CARE"_s;
        fields.groupTypeDisplay = u"Specialty Care"_s;
        fields.subGroupType = QLatin1StringView(specialtyWords(team.subject).subGroup);
        fields.subGroupTypeDisplay = careWords(team);
    }
    if (pilot || m_random.chance(650))
        fields.suggestedNameDisplay = suggestedName(team, m_station);
}

} // namespace

void nameTeams(Region &region, int station, Random &random)
{
    NamingPlan(region, station, random).run();
}

} // namespace renewal::simulation
