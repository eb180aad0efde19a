// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/engine.h"
#include "models/correlation/personname.h"

#include <QHash>
#include <QSet>
#include <QVector>

namespace renewal::correlation {

/// Where a word, or a run of words written apart ("MC CORMICK"), stands in a team's name.
struct WordPlace
{
    qsizetype team = 0; ///< index into StationInput::careTeams
    qsizetype start = 0;
    qsizetype length = 1;
};

/// Everything about one station that comparing needs more than once: which words are places, where each
/// person-like word stands, who leads which team, and how many prescribers share a surname.
/// Borrows the input: it must outlive the index. Reading is thread-safe.
class StationIndex
{
public:
    explicit StationIndex(const StationInput &input);

    const StationInput &input() const { return m_input; }
    /// The name of prescriber `index`, taken apart.
    const PersonName &person(qsizetype index) const { return m_people.at(index); }
    /// The words of team `index`'s name, digits glued to a word removed.
    const QStringList &teamWords(qsizetype index) const { return m_teamWords.at(index); }
    const PersonName &lead(qsizetype index) const { return m_leads.at(index); }

    /// Person-like places of a word; words about places, clinics and colours are never among them.
    QVector<WordPlace> places(const QString &word) const { return m_places.value(word); }
    /// Teams whose lead's surname, or a half of it, is `word`.
    QVector<qsizetype> leadsNamed(const QString &word) const { return m_leadsByName.value(word); }
    /// How many prescribers of the station have this surname, or a half of it.
    int prescribersNamed(const QString &word) const { return m_surnameCounts.value(word); }
    /// A place, clinic or colour word at this station.
    bool isTeamWord(const QString &word) const;

private:
    void collectPlaceWords();
    void addTeam(qsizetype team);
    void addWordPlaces(qsizetype team);

    const StationInput &m_input;
    QVector<PersonName> m_people;
    QVector<QStringList> m_teamWords;
    QVector<PersonName> m_leads;
    QSet<QString> m_placeWords;
    QHash<QString, QVector<WordPlace>> m_places;
    QHash<QString, QVector<qsizetype>> m_leadsByName;
    QHash<QString, int> m_surnameCounts;
};

/// "JUSTICE2" to "JUSTICE"; short or all-digit words stay as they are.
QString withoutGluedDigits(const QString &word);

} // namespace renewal::correlation
