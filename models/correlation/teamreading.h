// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/engine.h"
#include "models/correlation/lexicon.h"
#include "models/correlation/personname.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

namespace renewal::correlation {

/// What a word of a care team's name is there for.
enum class WordRole
{
    Unknown,
    Station,  ///< "589GR"
    Place,    ///< a facility, a town, or the station's short form of one
    Care,     ///< "Primary Care", "CARDIO"
    TeamCode, ///< "CHY11", "B1", "Tm B"
    Colour,   ///< "Green", unless it stands where this station writes people
    Surname,
    Given,
    Initial,
    Credential, ///< "MD", "Dr", "Jr"
    Number,     ///< digits, dates
    Retired,    ///< "INACTIVE", "ZZ"
    TestSite,   ///< "SLC10", "DAYT29"
    Filler,     ///< "TG", "Clinic"
};

/// A word of a text: where it stands, its folded form, what it is there for and how sure that is.
struct ReadWord
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString folded;
    WordRole role = WordRole::Unknown;
    double certainty = 0; ///< 0 to 1
    bool apart = false;   ///< a "/" or its kind stands before it

    bool operator==(const ReadWord &) const = default;
};

/// A person whom a care team's record names.
struct PersonMention
{
    QStringList words;     ///< surname and given names as written, folded; initials are single letters
    PersonName name;       ///< where the text tells which is which ("Last, First"); else empty
    bool isLead = false;   ///< stands in the lead provider's field
    bool doubtful = false; ///< its surname is a place or a colour here, too

    bool operator==(const PersonMention &) const = default;
};

/// A care team's record, read.
struct TeamReading
{
    QVector<ReadWord> words; ///< of the name
    QVector<PersonMention> people;
    CareType care;
    QStringList divisions; ///< of the station number, and as written in the name
    bool retired = false;

    bool operator==(const TeamReading &) const = default;
};

/// Reads the names of a station's care teams by that station's own habits: which words it uses again and
/// again, whether the surname comes first, and who works there. Borrows the lexicon; the input may go.
class TeamReader
{
public:
    TeamReader(const StationInput &station, const Lexicon &lexicon);

    TeamReading read(const CareTeam &team) const;
    /// A word about places or colours here, which proves little as a surname.
    bool isDoubtfulSurname(const QString &word) const;

private:
    void addPlaces(const QString &text);
    void countWords(const StationInput &station);
    QVector<ReadWord> readWords(const QString &name) const;
    void markCare(QVector<ReadWord> &words) const;
    void markWord(QVector<ReadWord> &words, qsizetype at) const;
    void markPeople(QVector<ReadWord> &words) const;
    bool canBePerson(const ReadWord &word) const;
    QVector<PersonMention> mentionsIn(const QVector<ReadWord> &words) const;
    CareType careOf(const CareTeam &team, const QVector<ReadWord> &words) const;

    const Lexicon &m_lexicon;
    QString m_parent;
    QSet<QString> m_places;
    QSet<QString> m_surnames;    ///< of prescribers and leads of the station
    QSet<QString> m_givenNames;  ///< likewise
    QHash<QString, int> m_teams; ///< how many team names hold the word
};

} // namespace renewal::correlation
