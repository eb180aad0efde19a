// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/careteam.h"
#include "models/domain/prescriber.h"
#include "models/domain/station.h"
#include "models/simulation/person.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace renewal::simulation {

/// What a care team is for.
enum class TeamRole
{
    PrimaryCare,
    MentalHealth,
    Specialty,
    Pharmacy,
    Service, ///< no prescriber works there: billing, release of information, patient advocate
};

/// How the administrators of a facility write the names of its care teams.
enum class NamingHabit
{
    PlaceColon,  ///< "** DETROIT: Primary Care, Lydon, John R. Md"
    Underscores, ///< "BALTIMORE_PRIMARY_CARE_SMITH_ALLEN"
    Colours,     ///< "Det PC: Green PACT Team %"
    SlashRole,   ///< "**BAC/PACT 3, LYDON, J"
    StationCode, ///< "PRIM CARE 518 Tm F Koral, L/Johnson-Bosse, H"
    Parentheses, ///< "BOS Firm C2 (Deepa Pennington, Md)"
    Dashes,      ///< "EP-PC-Grace Douglas, Md"
    Pcmm,        ///< "TG_PCMM_LYNN, ELLIE"
    PlainWords,  ///< "Camden | Primary care | Green team - John Lydon, MD"
    OraclePool,  ///< "CAM Primary Care Green - Clinical"
    // The other family, see othernames.h.
    NameFirst,  ///< "LYDON JOHN R MD - PRIMARY CARE - DETROIT"
    Possessive, ///< "Dr. Lydon's PACT @ Detroit"
    CamelCase,  ///< "DetroitPrimaryCareLydonJohn"
    Dotted,     ///< "DET.PC.LYDON.JOHN"
    Brackets,   ///< "Detroit PACT [Lydon, John R., M.D.] (552)"
    Glued,      ///< "552PC03LYDON"
    Effective,  ///< "PC/DET TEAM#3 EFF 03-2024 (LYDON)"
    NamedPool,  ///< "DET-PC-03 Lydon J Pool"
};

/// A place of care: the medical center itself or one of its clinics.
struct Place
{
    StationNumber number; ///< "552" or "552GA"
    QString name;         ///< "Camden Point VA Medical Center", "Maple Creek VA Clinic"
    QString city;
    QString code; ///< what staff shorten the city to: "CAM"
    QString timeZone;
};

/// A care team, and what the simulation knows about it.
struct SimulatedTeam
{
    CareTeam careTeam;
    TeamRole role = TeamRole::PrimaryCare;
    NamingHabit habit = NamingHabit::PlaceColon;
    int station = 0;               ///< index in Region::stations
    int place = 0;                 ///< index in SimulatedStation::places
    int ordinal = 0;               ///< 0, 1, 2 among the teams of this role at the place
    int subject = 0;               ///< index of the specialty or service; see words.h
    QVector<Person> named;         ///< who the name speaks of; empty: it names no person
    QVector<int> namedPrescribers; ///< the prescribers among them, as indices of Region::prescribers
    QVector<int> prescribers;      ///< indices in Region::prescribers; the first leads it
    QString groupNaming;           ///< full, surname+initial, surname, lead_field_only, none
    QString oddity;                ///< what is odd about the name; empty when nothing is
    int panel = 100; ///< how many of the station's patients are theirs, against teams of the same role
    int kept = 1000; ///< of 1,000 of their patients: whose tie in Secure Messaging is there
    int twin = -1;   ///< the team that took its patients over, when this one is a leftover
};

/// How much somebody prescribes for the patients of one team, against the others who do.
struct Share
{
    int team = 0; ///< index in Region::teams
    int weight = 0;
};

/// The right answer for one prescriber. Invalid team: there is none.
struct Truth
{
    TriageTeamId team;
    QVector<TriageTeamId> alsoAcceptable;
    QString kind;           ///< pact_lead, pact_assoc, resident, mh, spec, pharmd, pharmd_pact, departed,
                            ///< second_station, moved_in, community, nogroup, float
    QStringList traps;      ///< what makes it hard: "nickname", "typo", "swapped", ...
    bool ambiguous = false; ///< two people stand behind the name
};

/// A prescriber as the Medications side states it, and the right answer.
struct SimulatedPrescriber
{
    Prescriber prescriber;
    Person person;
    Truth truth;
    int station = 0;
    QVector<int> teams;    ///< indices in Region::teams: where they belong; empty: nowhere
    QVector<Share> shares; ///< for whom they prescribe: their teams and those they cover for
    int reach = 0;         ///< how much they prescribe for anybody at the station, against others who do
};

/// A medical center with its clinics, teams and prescribers (as indices of the region's lists).
struct SimulatedStation
{
    Station station;
    QVector<Place> places; ///< the first is the medical center
    NamingHabit habit = NamingHabit::PlaceColon;
    QVector<NamingHabit> oldHabits; ///< of earlier administrators; a few teams still follow them
    int size = 100;                 ///< how many patients, against the other stations
    QVector<int> primaryCare;
    QVector<int> mentalHealth;
    QVector<int> specialty;
    QVector<int> services; ///< pharmacy and other services; the first is the pharmacy
};

/// Everything about a region but its patients, who are made one at a time (patients.h).
struct Region
{
    QVector<SimulatedStation> stations;
    QVector<SimulatedTeam> teams;
    QVector<SimulatedPrescriber> prescribers;
};

} // namespace renewal::simulation
