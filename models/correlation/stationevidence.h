// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/nametable.h"
#include "models/correlation/patientoverlap.h"

#include <array>

namespace renewal::correlation {

/// The kinds of evidence about a prescriber and a care team. Each pair falls on exactly one level of each.
enum class Field : quint8
{
    Gathering, ///< how much more its patients gather in the team than chance would have it
    Share,     ///< which part of the prescriber's patients the team has
    Coverage,  ///< which part of the team's patients the prescriber has
    Name,      ///< whom the team's words name, and who else is meant by them
    Care,      ///< specialty against the team's kind of care
    TeamKind,  ///< the team's kind of care by itself
    Division,
    Place,
    System, ///< record system
    State,  ///< blocked, moving, given up
};
inline constexpr int fieldCount = 10;

/// What is known of a prescriber alone, for or against having a care team at all.
enum class OwnField : quint8
{
    Specialty,
    Patients, ///< how many are known on both sides
    Site,     ///< a division that is not VA's own
};
inline constexpr int ownFieldCount = 3;

inline constexpr int mostLevels = 27;

using PairLevels = std::array<quint8, fieldCount>;
using OwnLevels = std::array<quint8, ownFieldCount>;

/// The level of Field::Name for what the words say and how many others they fit.
constexpr int nameLevel(NameLevel level, int rivals)
{
    return int(level) * 3 + (rivals < 2 ? rivals : 2);
}

int levelCount(Field field);
int levelCount(OwnField field);
/// The weights of these may never fall from level to level.
bool isAscending(Field field);

/// All evidence of one station as levels. Reading is thread-safe.
class StationEvidence
{
public:
    StationEvidence(const StationInput &station, const Lexicon &lexicon);

    /// Takes in what staff decided about one prescriber, now in `station.decided` or no longer there; the
    /// other prescribers whose evidence that changed, ascending. All else of `station` is what it was made
    /// of.
    QVector<qsizetype> decideAgain(const StationInput &station, const Lexicon &lexicon, qsizetype prescriber);

    qsizetype prescribers() const { return m_people.size(); }
    qsizetype teams() const { return m_teams.size(); }
    const PairLevels &pair(qsizetype prescriber, qsizetype team) const
    {
        return m_pairs.at(prescriber * m_teams.size() + team);
    }
    const OwnLevels &own(qsizetype prescriber) const { return m_own.at(prescriber); }

    const PersonName &person(qsizetype prescriber) const { return m_people.at(prescriber); }
    const TeamReading &team(qsizetype team) const { return m_teams.at(team); }
    const NameFit &name(qsizetype prescriber, qsizetype team) const { return m_names.fit(prescriber, team); }
    const CareType &care(qsizetype prescriber) const { return m_care.at(prescriber); }
    const PatientOverlap &patients() const { return m_patients; }

private:
    PairLevels levelsOf(const StationInput &station, qsizetype prescriber, qsizetype team) const;
    OwnLevels ownLevelsOf(const StationInput &station, qsizetype prescriber) const;
    int placeLevel(qsizetype prescriber, qsizetype team) const;

    QVector<PersonName> m_people;
    QVector<TeamReading> m_teams;
    QVector<CareType> m_care;             ///< of prescribers
    QVector<QStringList> m_divisionWords; ///< of prescribers: what tells one place from another
    QVector<QStringList> m_locationWords; ///< of care teams, likewise
    NameTable m_names;
    PatientOverlap m_patients;
    QVector<PairLevels> m_pairs;
    QVector<OwnLevels> m_own;
};

} // namespace renewal::correlation
