// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/stationindex.h"

#include "models/correlation/words.h"

#include <QRegularExpression>

namespace renewal::correlation {

QString withoutGluedDigits(const QString &word)
{
    qsizetype end = word.size();
    while (end > 0 && word.at(end - 1).isDigit())
        --end;
    return end >= 3 ? word.left(end) : word;
}

namespace {
/// The words of a team's name; a "/" between them keeps two people in one name apart.
QStringList wordsOfTeamName(const QString &name)
{
    static const QRegularExpression between(QStringLiteral("[/|()&;]"));
    QStringList words;
    for (const QString &part : name.split(between, Qt::SkipEmptyParts)) {
        if (!words.isEmpty())
            words.append(QStringLiteral("/"));
        for (const QString &word : foldedWords(part))
            words.append(withoutGluedDigits(word));
    }
    return words;
}
} // namespace

StationIndex::StationIndex(const StationInput &input)
    : m_input(input)
{
    collectPlaceWords();
    m_people.reserve(input.prescribers.size());
    for (const Prescriber &prescriber : input.prescribers) {
        m_people.append(personFromPrescriber(prescriber.name));
        if (m_people.constLast().isEmpty())
            continue;
        for (const QString &form : m_people.constLast().surnameForms())
            ++m_surnameCounts[form];
    }
    for (qsizetype team = 0; team < input.careTeams.size(); ++team)
        addTeam(team);
}

bool StationIndex::isTeamWord(const QString &word) const
{
    return m_placeWords.contains(word) || correlation::isTeamWord(word);
}

void StationIndex::collectPlaceWords()
{
    const auto add = [this](const QString &text) {
        for (const QString &word : foldedWords(text)) {
            if (word.size() < 2) // the "A" of James A. Haley is still an initial elsewhere
                continue;
            m_placeWords.insert(word);
            m_placeWords.insert(withoutGluedDigits(word));
        }
    };
    // Facilities are named after people (James A. Haley), and team codes after facilities ("FAYE15").
    for (const CareTeam &team : m_input.careTeams) {
        add(team.locationName);
        add(team.healthCareSystemName);
        if (!team.teamName.contains(u' '))
            add(team.teamName);
    }
    for (const Prescriber &prescriber : m_input.prescribers) {
        add(prescriber.facilityName);
        add(prescriber.divisionName);
    }
}

void StationIndex::addTeam(qsizetype team)
{
    const CareTeam &careTeam = m_input.careTeams.at(team);
    m_teamWords.append(wordsOfTeamName(careTeam.name));
    m_leads.append(personFromText(careTeam.leadProviderName));
    if (!m_leads.constLast().isEmpty()) {
        for (const QString &form : m_leads.constLast().surnameForms())
            m_leadsByName[form].append(team);
    }
    addWordPlaces(team);
}

void StationIndex::addWordPlaces(qsizetype team)
{
    const QStringList &words = m_teamWords.at(team);
    for (qsizetype start = 0; start < words.size(); ++start) {
        const QString &word = words.at(start);
        if (word.size() >= 2 && !word.at(0).isDigit() && !isTeamWord(word) && !isNameDecoration(word))
            m_places[word].append({team, start, 1});
        QString run = word;
        for (qsizetype next = start + 1; next < words.size() && isIn(particles, words.at(next - 1)); ++next) {
            run += words.at(next);
            if (!isTeamWord(run))
                m_places[run].append({team, start, next - start + 1});
        }
    }
}

} // namespace renewal::correlation
