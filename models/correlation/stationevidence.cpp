// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/stationevidence.h"

#include "models/base/distinct.h"

#include <algorithm>
#include <span>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {

// Lower bounds of the levels above the lowest one. Where they stand matters little: each level has its own
// weight, learnt from the data.
constexpr double gatheringBounds[] = {-8, -3, -1, -0.2, 0.2, 0.7, 1.5, 2.5, 4,
                                      6,  9,  13, 18,   26,  38,  55,  80,  120};
constexpr double shareBounds[] = {0.02, 0.05, 0.1, 0.15, 0.2, 0.27, 0.35, 0.44, 0.53, 0.62, 0.72, 0.85};
constexpr double coverageBounds[] = {0.005, 0.01, 0.02, 0.04, 0.07, 0.12, 0.2, 0.3, 0.45, 0.65};
constexpr double patientBounds[] = {1, 3, 5, 8, 12, 20, 35, 60, 100, 160};

quint8 levelIn(std::span<const double> bounds, double value)
{
    return quint8(std::ranges::upper_bound(bounds, value) - bounds.begin());
}

enum CareLevel : quint8
{
    CareUnknown,
    CareSameSpecialty,
    CareSameKind,
    CareDiffers,
    CareOtherSpecialty,
    PharmacistAtPharmacy,
    PharmacistElsewhere,
    careLevels,
};

enum StateLevel : quint8
{
    StateFine,
    StateBlocked,
    StateMoving,
    StateRetired,
    stateLevels,
};

enum Compared : quint8
{
    NotComparable,
    Agrees,
    Differs,
    comparedLevels,
};

CareLevel careLevel(const CareType &prescriber, const CareType &team)
{
    if (prescriber.kind == CareKind::Pharmacy)
        return team.kind == CareKind::Pharmacy ? PharmacistAtPharmacy : PharmacistElsewhere;
    if (prescriber.kind == CareKind::Unknown || prescriber.kind == CareKind::Never ||
        team.kind == CareKind::Unknown)
        return CareUnknown;
    if (prescriber.kind != team.kind)
        return CareDiffers;
    if (prescriber.specialty.isEmpty() || team.specialty.isEmpty())
        return CareSameKind;
    return prescriber.specialty == team.specialty ? CareSameSpecialty : CareOtherSpecialty;
}

Compared divisionLevel(const StationNumber &prescriber, const QStringList &ofTeam)
{
    // The parent number stands for the whole station: it is unknown, not another division.
    if (prescriber.division().isEmpty() || ofTeam.isEmpty())
        return NotComparable;
    return ofTeam.contains(prescriber.division()) ? Agrees : Differs;
}

QStringList placeWords(const QString &text)
{
    static const QSet<QString> generic{u"VA"_s,   u"CLINIC"_s, u"MEDICAL"_s,  u"CENTER"_s,   u"HEALTH"_s,
                                       u"CARE"_s, u"SYSTEM"_s, u"MEMORIAL"_s, u"VETERANS"_s, u"HCS"_s};
    QStringList words = foldedWords(text);
    words.removeIf([](const QString &word) { return generic.contains(word); });
    return words;
}

StateLevel stateLevel(const CareTeam &team, const TeamReading &reading)
{
    if (team.migratingToOh)
        return StateMoving;
    if (team.blocked)
        return StateBlocked;
    return reading.retired ? StateRetired : StateFine;
}

/// A division that buys care from others.
bool isNonVa(const QString &division)
{
    static const QStringList parts{u"FEE BASIS"_s, u"COMMUNITY CARE"_s, u"NON VA"_s, u"OUTSIDE"_s,
                                   u"CHOICE"_s};
    const QString text = foldedWords(division).join(u' ');
    return std::ranges::any_of(parts, [&](const QString &part) { return text.contains(part); });
}

} // namespace

int levelCount(Field field)
{
    switch (field) {
    case Field::Gathering:
        return int(std::size(gatheringBounds)) + 1;
    case Field::Share:
        return int(std::size(shareBounds)) + 1;
    case Field::Coverage:
        return int(std::size(coverageBounds)) + 1;
    case Field::Name:
        return nameLevels * 3;
    case Field::Care:
        return careLevels;
    case Field::TeamKind:
        return int(CareKind::Never);
    case Field::State:
        return stateLevels;
    case Field::Division:
    case Field::Place:
        return comparedLevels;
    case Field::System:
        return 2;
    }
    return 0;
}

int levelCount(OwnField field)
{
    switch (field) {
    case OwnField::Specialty:
        return int(CareKind::Never) + 1;
    case OwnField::Patients:
        return int(std::size(patientBounds)) + 1;
    case OwnField::Site:
        return 2;
    }
    return 0;
}

bool isAscending(Field field)
{
    return field == Field::Gathering || field == Field::Share || field == Field::Coverage;
}

namespace {
QVector<PersonName> peopleOf(const StationInput &station)
{
    QVector<PersonName> people;
    for (const Prescriber &prescriber : station.prescribers)
        people.append(personFromPrescriber(prescriber.name));
    return people;
}

QVector<TeamReading> readingsOf(const StationInput &station, const Lexicon &lexicon)
{
    const TeamReader reader(station, lexicon);
    QVector<TeamReading> readings;
    for (const CareTeam &team : station.careTeams)
        readings.append(reader.read(team));
    return readings;
}
} // namespace

StationEvidence::StationEvidence(const StationInput &station, const Lexicon &lexicon)
    : m_people(peopleOf(station))
    , m_teams(readingsOf(station, lexicon))
    , m_names(m_people, m_teams, lexicon, station.decided)
    , m_patients(station)
{
    for (const Prescriber &prescriber : station.prescribers) {
        m_care.append(lexicon.ofSpecialty(prescriber.specialty));
        m_divisionWords.append(placeWords(prescriber.divisionName));
    }
    for (const CareTeam &team : station.careTeams)
        m_locationWords.append(placeWords(team.locationName));
    m_pairs.reserve(m_people.size() * m_teams.size());
    for (qsizetype prescriber = 0; prescriber < m_people.size(); ++prescriber) {
        for (qsizetype team = 0; team < m_teams.size(); ++team)
            m_pairs.append(levelsOf(station, prescriber, team));
        m_own.append(ownLevelsOf(station, prescriber));
    }
}

QVector<qsizetype> StationEvidence::decideAgain(const StationInput &station, const Lexicon &lexicon,
                                                qsizetype prescriber)
{
    QVector<qsizetype> others;
    for (const auto &[row, team] :
         m_names.decideAgain(prescriber, m_people, m_teams, lexicon, station.decided)) {
        m_pairs[row * m_teams.size() + team] = levelsOf(station, row, team);
        if (row != prescriber)
            others.append(row);
    }
    sortDistinct(others);
    return others;
}

PairLevels StationEvidence::levelsOf(const StationInput &station, qsizetype prescriber, qsizetype team) const
{
    const Prescriber &person = station.prescribers.at(prescriber);
    const CareTeam &careTeam = station.careTeams.at(team);
    const TeamReading &reading = m_teams.at(team);
    const NameFit &fit = m_names.fit(prescriber, team);
    const double shared = m_patients.shared(prescriber, team);
    const auto part = [shared](int whole) { return whole > 0 ? shared / whole : 0.0; };
    PairLevels levels{};
    const auto set = [&levels](Field field, int level) { levels[size_t(field)] = quint8(level); };
    set(Field::Gathering, levelIn(gatheringBounds, m_patients.gathering(prescriber, team)));
    set(Field::Share, levelIn(shareBounds, part(m_patients.patientsOf(prescriber))));
    set(Field::Coverage, levelIn(coverageBounds, part(m_patients.patientsOfTeam(team))));
    set(Field::Name, nameLevel(fit.level, fit.rivals));
    set(Field::Care, careLevel(m_care.at(prescriber), reading.care));
    set(Field::TeamKind, int(reading.care.kind));
    set(Field::Division, divisionLevel(person.station, reading.divisions));
    set(Field::Place, placeLevel(prescriber, team));
    set(Field::System, person.ehr == careTeam.ehr ? 0 : 1);
    set(Field::State, stateLevel(careTeam, reading));
    return levels;
}

int StationEvidence::placeLevel(qsizetype prescriber, qsizetype team) const
{
    const QStringList &one = m_divisionWords.at(prescriber);
    const QStringList &other = m_locationWords.at(team);
    if (one.isEmpty() || other.isEmpty())
        return NotComparable;
    const bool agrees = std::ranges::any_of(one, [&](const QString &word) { return other.contains(word); });
    return agrees ? Agrees : Differs;
}

OwnLevels StationEvidence::ownLevelsOf(const StationInput &station, qsizetype prescriber) const
{
    OwnLevels levels{};
    const auto set = [&levels](OwnField field, int level) { levels[size_t(field)] = quint8(level); };
    set(OwnField::Specialty, int(m_care.at(prescriber).kind));
    set(OwnField::Patients, levelIn(patientBounds, m_patients.patientsOf(prescriber)));
    set(OwnField::Site, isNonVa(station.prescribers.at(prescriber).divisionName) ? 1 : 0);
    return levels;
}

} // namespace renewal::correlation
