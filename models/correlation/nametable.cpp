// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/nametable.h"

#include <algorithm>

namespace renewal::correlation {

NameTable::NameTable(const QVector<PersonName> &people, const QVector<TeamReading> &teams,
                     const Lexicon &lexicon, const QVector<StaffDecision> &decided)
    : m_teams(teams.size())
    , m_fits(people.size() * teams.size())
{
    const Choices choices = choicesOf(decided, people.size());
    for (qsizetype team = 0; team < teams.size(); ++team)
        addTeam(people, team, teams.at(team), lexicon, choices);
}

NameTable::Choices NameTable::choicesOf(const QVector<StaffDecision> &decided, qsizetype people)
{
    Choices choices(people);
    for (const StaffDecision &decision : decided)
        choices[decision.prescriber] = decision.team;
    return choices;
}

void NameTable::addTeam(const QVector<PersonName> &people, qsizetype team, const TeamReading &reading,
                        const Lexicon &lexicon, const Choices &choices)
{
    NameLevel otherwise = NameLevel::Nobody;
    for (const PersonMention &mention : reading.people) {
        QVector<NameLevel> levels(people.size());
        NameLevel best = NameLevel::Nobody;
        for (qsizetype i = 0; i < people.size(); ++i) {
            levels[i] = compareName(people.at(i), mention, lexicon);
            best = std::max(best, levels.at(i));
        }
        if (best >= NameLevel::Surname)
            otherwise = NameLevel::Colleague;
        else if (!mention.doubtful)
            otherwise = std::max(otherwise, NameLevel::Stranger);
        if (best > NameLevel::Nobody)
            addMention(levels, team, mention.isLead, choices);
    }
    for (qsizetype i = 0; i < people.size(); ++i) {
        if (at(i, team).level == NameLevel::Nobody)
            at(i, team).level = otherwise;
    }
}

void NameTable::addMention(const QVector<NameLevel> &levels, qsizetype team, bool isLead,
                           const Choices &choices)
{
    const NameLevel best = *std::ranges::max_element(levels);
    int possible = 0; // those it fits best whom staff did not put elsewhere
    bool isGiven = false;
    const auto isHere = [&](qsizetype i) { return choices.at(i) && *choices.at(i) == quint32(team); };
    const auto isElsewhere = [&](qsizetype i) { return choices.at(i) && *choices.at(i) != quint32(team); };
    for (qsizetype i = 0; i < levels.size(); ++i) {
        if (levels.at(i) != best)
            continue;
        possible += isElsewhere(i) ? 0 : 1;
        isGiven = isGiven || (best >= NameLevel::Surname && isHere(i));
    }
    for (qsizetype i = 0; i < levels.size(); ++i) {
        const NameLevel level = levels.at(i);
        // Whom the words fit less well than somebody else, they do not mean.
        const bool isMeant = level == best || best < NameLevel::Initial;
        const bool isAnothers = isGiven && !choices.at(i);
        if (level == NameLevel::Nobody || !isMeant || isAnothers || level < at(i, team).level)
            continue;
        at(i, team) = {level, possible - (level == best && !isElsewhere(i) ? 1 : 0), isLead};
    }
}

QVector<std::pair<qsizetype, qsizetype>> NameTable::decideAgain(qsizetype prescriber,
                                                                const QVector<PersonName> &people,
                                                                const QVector<TeamReading> &teams,
                                                                const Lexicon &lexicon,
                                                                const QVector<StaffDecision> &decided)
{
    const Choices choices = choicesOf(decided, people.size());
    QVector<std::pair<qsizetype, qsizetype>> changed;
    for (qsizetype team = 0; team < teams.size(); ++team) {
        const bool isNamed = std::ranges::any_of(teams.at(team).people, [&](const PersonMention &mention) {
            return compareName(people.at(prescriber), mention, lexicon) != NameLevel::Nobody;
        });
        if (!isNamed)
            continue;
        QVector<NameFit> before(people.size());
        for (qsizetype i = 0; i < people.size(); ++i)
            std::swap(before[i], at(i, team));
        addTeam(people, team, teams.at(team), lexicon, choices);
        for (qsizetype i = 0; i < people.size(); ++i) {
            if (at(i, team) != before.at(i))
                changed.append({i, team});
        }
    }
    return changed;
}

} // namespace renewal::correlation
