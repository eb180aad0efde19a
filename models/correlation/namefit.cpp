// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/namefit.h"

#include <algorithm>

namespace renewal::correlation {

namespace {

/// Shorter surnames are too often one letter from another.
constexpr qsizetype shortestTypo = 5;

enum class Family
{
    Other,
    Rough,
    Whole,
};

enum class GivenFit
{
    Unknown,
    Different,
    Initial,
    Same,
};

bool isRough(const QString &one, const QString &other)
{
    return std::min(one.size(), other.size()) >= shortestTypo && isOneLetterOff(one, other);
}

Family compareFamily(const PersonName &person, const QString &written)
{
    if (written.size() < 2)
        return Family::Other;
    // Most have one family name: joining it anew for every pair took a tenth of matching.
    const QString surname = person.family.size() == 1 ? person.family.constFirst() : person.surname();
    if (written == surname)
        return Family::Whole;
    if (isRough(written, surname))
        return Family::Rough;
    const QStringList forms = person.family.size() > 1 ? person.surnameForms() : QStringList();
    return forms.contains(written) ? Family::Rough : Family::Other;
}

GivenFit compareGivenWord(const QString &own, const QString &written, const Lexicon &lexicon)
{
    if (own == written && own.size() > 1)
        return GivenFit::Same;
    if (own.size() == 1 || written.size() == 1)
        return own.at(0) == written.at(0) ? GivenFit::Initial : GivenFit::Different;
    if (lexicon.isNickname(own, written) || isRough(own, written))
        return GivenFit::Same;
    const bool begins = own.startsWith(written) || written.startsWith(own);
    return begins && std::min(own.size(), written.size()) >= 3 ? GivenFit::Initial : GivenFit::Different;
}

/// The first given name decides; somebody may go by the second, when it is written out.
GivenFit compareGivens(const QStringList &own, const QString &written, const Lexicon &lexicon)
{
    if (own.isEmpty() || written.isEmpty())
        return GivenFit::Unknown;
    const GivenFit first = compareGivenWord(own.constFirst(), written, lexicon);
    if (first != GivenFit::Different || own.size() < 2)
        return first;
    const bool bySecond =
        own.at(1).size() > 1 && compareGivenWord(own.at(1), written, lexicon) == GivenFit::Same;
    return bySecond ? GivenFit::Same : first;
}

NameLevel levelOf(Family family, GivenFit given)
{
    const bool whole = family == Family::Whole;
    switch (given) {
    case GivenFit::Same:
        return whole ? NameLevel::Given : NameLevel::RoughGiven;
    case GivenFit::Initial:
        return whole ? NameLevel::Initial : NameLevel::RoughGiven;
    case GivenFit::Different:
        return whole ? NameLevel::Contradicts : NameLevel::Nobody;
    case GivenFit::Unknown:
        break;
    }
    return whole ? NameLevel::Surname : NameLevel::Rough;
}

NameLevel compareParted(const PersonName &person, const PersonName &written, const Lexicon &lexicon)
{
    const auto level = [&](const QStringList &family, const QStringList &given) {
        const Family found = compareFamily(person, family.join(QString()));
        if (found == Family::Other)
            return NameLevel::Nobody;
        return levelOf(found, compareGivens(person.given, given.value(0), lexicon));
    };
    const NameLevel straight = level(written.family, written.given);
    if (straight != NameLevel::Nobody || written.given.isEmpty())
        return straight;
    // Given name and surname in each other's field: believed only when both agree.
    const NameLevel swapped = level({written.given.constFirst()}, written.family);
    return swapped == NameLevel::Given ? swapped : NameLevel::Nobody;
}

/// The best of the words beside a surname: what agrees is believed before what does not.
GivenFit givenBeside(const QStringList &words, qsizetype first, qsizetype count, const PersonName &person,
                     const Lexicon &lexicon)
{
    GivenFit best = GivenFit::Unknown;
    for (const qsizetype beside : {first + count, first - 1}) {
        if (beside < 0 || beside >= words.size())
            continue;
        best = std::max(best, compareGivens(person.given, words.at(beside), lexicon));
    }
    return best;
}

NameLevel compareWords(const PersonName &person, const QStringList &words, const Lexicon &lexicon)
{
    NameLevel best = NameLevel::Nobody;
    for (qsizetype first = 0; first < words.size(); ++first) {
        QString run;
        bool hasInitial = false;
        for (qsizetype count = 1; count <= 3 && first + count <= words.size(); ++count) {
            const QString &word = words.at(first + count - 1);
            run += word;
            hasInitial = hasInitial || word.size() == 1;
            const Family family = compareFamily(person, run);
            // An initial glued to the surname is no typing error: "O BRIEN" is whole or nothing.
            if (family == Family::Other || (family == Family::Rough && hasInitial))
                continue;
            best = std::max(best, levelOf(family, givenBeside(words, first, count, person, lexicon)));
        }
    }
    return best;
}

} // namespace

bool isOneLetterOff(const QString &one, const QString &other)
{
    const QString &a = one.size() <= other.size() ? one : other;
    const QString &b = one.size() <= other.size() ? other : one;
    if (b.size() - a.size() > 1)
        return false;
    qsizetype at = 0;
    while (at < a.size() && a.at(at) == b.at(at))
        ++at;
    const QStringView restA = QStringView(a).mid(at);
    const QStringView restB = QStringView(b).mid(at);
    if (a.size() != b.size())
        return restA == restB.mid(1);
    if (restA.isEmpty())
        return false;
    const bool turned =
        restA.size() > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA.mid(2) == restB.mid(2);
    return turned || restA.mid(1) == restB.mid(1);
}

NameLevel compareName(const PersonName &person, const PersonMention &mention, const Lexicon &lexicon)
{
    if (person.isEmpty())
        return NameLevel::Nobody;
    const NameLevel level = mention.name.isEmpty() ? compareWords(person, mention.words, lexicon)
                                                   : compareParted(person, mention.name, lexicon);
    // A place or a colour says nothing alone.
    if (mention.doubtful && level < NameLevel::Initial)
        return NameLevel::Nobody;
    return level;
}

} // namespace renewal::correlation
