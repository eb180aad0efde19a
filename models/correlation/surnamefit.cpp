// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/surnamefit.h"

#include "models/correlation/words.h"

#include <QMap>

#include <algorithm>

namespace renewal::correlation {

namespace {

int rank(GivenMatch match)
{
    switch (match) {
    case GivenMatch::Same:
        return 4;
    case GivenMatch::Beginning:
        return 3;
    case GivenMatch::SameInitial:
        return 2;
    case GivenMatch::Different:
        return 1;
    case GivenMatch::Unknown:
        break;
    }
    return 0;
}

/// Puts together what lead and name say about the given name: the best agreement of either stands.
void addGiven(SurnameFit &fit, GivenMatch match)
{
    if (rank(match) > rank(fit.given))
        fit.given = match;
}

/// The given name written beside the surname: before it, or after it; a single letter is an initial.
GivenMatch givenBeside(const StationIndex &index, const WordPlace &place, const PersonName &person)
{
    const QStringList &words = index.teamWords(place.team);
    GivenMatch best = GivenMatch::Unknown;
    for (const qsizetype beside : {place.start + place.length, place.start - 1}) {
        if (beside < 0 || beside >= words.size())
            continue;
        const QString &word = words.at(beside);
        const bool isWord = word.size() > 2 || word.size() == 1;
        if (!isWord || !word.at(0).isLetter() || word.at(word.size() - 1).isDigit() ||
            index.isTeamWord(word) || isNameDecoration(word) || isIn(particles, word))
            continue;
        const GivenMatch match = compareGiven(person.given, {word});
        // An initial stands after its surname more often than before it, and belongs to one name only.
        const bool agrees = match != GivenMatch::Different && match != GivenMatch::Unknown;
        if (agrees || word.size() == 1)
            return match;
        if (match == GivenMatch::Different)
            best = match;
    }
    return best;
}

/// The whole double surname at the place of one of its halves.
WordPlace widened(const StationIndex &index, WordPlace place, const PersonName &person)
{
    const QStringList &words = index.teamWords(place.team);
    const qsizetype count = person.family.size();
    for (qsizetype start = std::max<qsizetype>(0, place.start - count + 1); start <= place.start; ++start) {
        if (words.mid(start, count) == person.family)
            return {place.team, start, count};
    }
    return place;
}

} // namespace

QVector<SurnameFit> surnameFits(const StationIndex &index, qsizetype prescriber)
{
    const PersonName &person = index.person(prescriber);
    if (person.isEmpty())
        return {};
    QMap<qsizetype, SurnameFit> fits;
    const QString surname = person.surname();
    for (const QString &form : person.surnameForms()) {
        for (const qsizetype team : index.leadsNamed(form)) {
            SurnameFit &fit = fits[team];
            fit.team = team;
            fit.inLead = true;
            fit.whole = fit.whole || index.lead(team).surname() == surname;
            const GivenMatch given = compareGiven(person.given, index.lead(team).given);
            fit.givenContradicts = fit.givenContradicts || given == GivenMatch::Different;
            addGiven(fit, given);
        }
        for (const WordPlace &found : index.places(form)) {
            const bool isHalf = form != surname;
            const WordPlace place = isHalf ? widened(index, found, person) : found;
            SurnameFit &fit = fits[place.team];
            fit.team = place.team;
            fit.inName = true;
            fit.whole = fit.whole || !isHalf || place.length == person.family.size();
            addGiven(fit, givenBeside(index, place, person));
        }
    }
    for (SurnameFit &fit : fits)
        fit.givenContradicts = fit.givenContradicts || fit.given == GivenMatch::Different;
    return fits.values();
}

} // namespace renewal::correlation
