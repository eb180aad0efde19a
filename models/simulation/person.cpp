// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/person.h"

using namespace Qt::StringLiterals;

namespace renewal::simulation {

QString titleCase(const QString &upper)
{
    QString text = upper.toLower();
    bool atStart = true;
    for (QChar &c : text) {
        if (atStart)
            c = c.toUpper();
        atStart = !c.isLetter();
    }
    return text;
}

QString withTypo(const QString &text, Random &random)
{
    if (text.size() < 4)
        return text + text.back();
    const int at = random.between(1, int(text.size()) - 2);
    QString typo = text;
    switch (random.below(3)) {
    case 0:
        // Swapping two equal letters would be no slip: double one instead.
        if (typo.at(at) != typo.at(at + 1)) {
            std::swap(typo[at], typo[at + 1]);
            return typo;
        }
        return typo.insert(at, typo.at(at));
    case 1:
        return typo.remove(at, 1);
    default:
        return typo.insert(at, typo.at(at));
    }
}

Person drawPerson(const Tables &tables, Random &random, const QString &credential)
{
    const WeightedTexts &givenNames = random.chance(500) ? tables.femaleNames : tables.maleNames;
    const QString given = givenNames.pick(random);
    Person person;
    person.credential = credential;
    person.given = titleCase(given);
    person.family = titleCase(tables.surnames.pick(random));
    if (random.chance(40))
        person.family += u'-' + titleCase(tables.surnames.pick(random));
    else if (random.chance(31))
        person.suffix = random.pick(QStringList{u"Jr"_s, u"Sr"_s, u"II"_s, u"III"_s});
    if (random.chance(400))
        person.middle = titleCase(givenNames.pick(random)).left(1);
    else if (random.chance(150))
        person.middle = titleCase(givenNames.pick(random));
    if (const auto found = tables.nicknames.constFind(given); found != tables.nicknames.cend())
        person.nickname = titleCase(random.pick(*found));
    return person;
}

} // namespace renewal::simulation
