// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/othernames.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
QString initialOf(const QString &name)
{
    return name.left(1);
}

QString suffixed(const Person &person)
{
    return person.suffix.isEmpty() ? person.family : person.family + u' ' + person.suffix;
}

/// "M.D.", "D.O.", "FNP-C"
QString dottedCredential(const QString &credential)
{
    if (credential.size() != 2)
        return credential;
    return credential.left(1) + u'.' + credential.right(1) + u'.';
}

/// A middle initial between blanks, or nothing.
QString middleInitial(const Person &person, const QString &dot)
{
    return person.middle.isEmpty() ? QString() : u' ' + initialOf(person.middle) + dot;
}

QString full(NamingHabit habit, const Person &person)
{
    switch (habit) {
    case NamingHabit::NameFirst:
        return (suffixed(person) + u' ' + person.given + middleInitial(person, {})).toUpper() + u' ' +
               person.credential;
    case NamingHabit::Possessive:
        return u"Dr. "_s + person.given + u' ' + person.family;
    case NamingHabit::CamelCase:
        return person.family + person.given;
    case NamingHabit::Dotted:
        return (person.family + u'.' + person.given).toUpper();
    case NamingHabit::Brackets:
        return suffixed(person) + u", "_s + person.given + middleInitial(person, u"."_s) + u", "_s +
               dottedCredential(person.credential);
    case NamingHabit::Glued:
        return (u'-' + person.family + u',' + person.given).toUpper();
    case NamingHabit::Effective:
        return (person.family + u',' + person.given + middleInitial(person, {})).toUpper();
    default:
        return person.family + u' ' + person.given;
    }
}

QString withInitial(NamingHabit habit, const Person &person)
{
    const QString initial = initialOf(person.given);
    switch (habit) {
    case NamingHabit::NameFirst:
    case NamingHabit::Effective:
        return (person.family + u' ' + initial).toUpper();
    case NamingHabit::Possessive:
        return u"Dr. "_s + initial + u". "_s + person.family;
    case NamingHabit::CamelCase:
        return person.family + initial;
    case NamingHabit::Dotted:
        return (person.family + u'.' + initial).toUpper();
    case NamingHabit::Brackets:
        return person.family + u", "_s + initial + u'.';
    case NamingHabit::Glued:
        return (u'-' + person.family + initial).toUpper();
    default:
        return person.family + u' ' + initial;
    }
}

QString surname(NamingHabit habit, const Person &person)
{
    switch (habit) {
    case NamingHabit::Possessive:
        return u"Dr. "_s + person.family;
    case NamingHabit::NameFirst:
    case NamingHabit::Dotted:
    case NamingHabit::Glued:
    case NamingHabit::Effective:
        return person.family.toUpper();
    default:
        return person.family;
    }
}

QString withoutBlanks(QString text)
{
    return text.remove(u' ').remove(u'/').remove(u'\'');
}

QString twoDigits(const TeamNameParts &p)
{
    return p.number.rightJustified(2, u'0');
}

QString nameFirst(const TeamNameParts &p)
{
    const QString tail = p.care.toUpper() + u" - "_s + p.place.city.toUpper();
    if (!p.people.isEmpty())
        return p.people + u" - "_s + tail;
    return p.service ? tail : p.care.toUpper() + u" TEAM "_s + p.number + u" - "_s + p.place.city.toUpper();
}

QString possessive(const TeamNameParts &p)
{
    const QString unit = p.primary ? u"PACT"_s : p.care;
    const QString where = u" @ "_s + p.place.city;
    if (!p.people.isEmpty())
        return p.people + u"'s "_s + unit + where;
    return p.service ? unit + where : unit + u' ' + p.number + where;
}

QString camelCase(const TeamNameParts &p)
{
    const QString head = withoutBlanks(p.place.city) + withoutBlanks(titleCase(p.care));
    if (!p.people.isEmpty())
        return head + p.people;
    return p.service ? head : head + u"Team"_s + p.number;
}

QString dotted(const TeamNameParts &p)
{
    const QString head = p.place.code + u'.' + withoutBlanks(p.code);
    if (!p.people.isEmpty())
        return head + u'.' + p.people;
    return p.service ? head : head + u'.' + twoDigits(p);
}

QString brackets(const TeamNameParts &p)
{
    const QString unit = p.primary ? u"PACT"_s : p.care;
    const QString tail = u" ("_s + p.place.number.text() + u')';
    if (p.service)
        return p.place.city + u' ' + unit + tail;
    const QString inside = p.people.isEmpty() ? u"Team "_s + p.number : p.people;
    return p.place.city + u' ' + unit + u" ["_s + inside + u']' + tail;
}

QString glued(const TeamNameParts &p)
{
    const QString head = p.place.number.text() + withoutBlanks(p.code);
    return p.service ? head : head + twoDigits(p) + p.people;
}

QString effective(const TeamNameParts &p)
{
    const QString head = p.code + u'/' + p.place.code;
    if (p.service)
        return head + u' ' + p.care.toUpper();
    const QDate since = QDate(2021, 2, 1).addMonths(5 * p.team.ordinal % 60);
    const QString name = head + u" TEAM#"_s + p.number + u" EFF "_s + since.toString(u"MM-yyyy"_s);
    return p.people.isEmpty() ? name : name + u" ("_s + p.people + u')';
}

QString namedPool(const TeamNameParts &p)
{
    const QString head = p.place.code + u'-' + p.code;
    if (p.service)
        return head + u" Pool"_s;
    return head + u'-' + twoDigits(p) + (p.people.isEmpty() ? QString() : u' ' + p.people) + u" Pool"_s;
}
} // namespace

bool isOtherHabit(NamingHabit habit)
{
    return habit >= NamingHabit::NameFirst;
}

QString otherPeople(NamingHabit habit, const QVector<Person> &people, PersonStyle style)
{
    QStringList texts;
    for (const Person &person : people) {
        texts.append(style == PersonStyle::Full             ? full(habit, person)
                     : style == PersonStyle::SurnameInitial ? withInitial(habit, person)
                                                            : surname(habit, person));
    }
    switch (habit) {
    case NamingHabit::Possessive:
        return texts.join(u" & "_s);
    case NamingHabit::CamelCase:
        return texts.join(u"And"_s);
    case NamingHabit::Dotted:
        return texts.join(u'.');
    case NamingHabit::Brackets:
        return texts.join(u"; "_s);
    case NamingHabit::Glued:
        return texts.join(QString());
    default:
        return texts.join(u" & "_s);
    }
}

QString otherName(const TeamNameParts &parts)
{
    switch (parts.team.habit) {
    case NamingHabit::NameFirst:
        return nameFirst(parts);
    case NamingHabit::Possessive:
        return possessive(parts);
    case NamingHabit::CamelCase:
        return camelCase(parts);
    case NamingHabit::Dotted:
        return dotted(parts);
    case NamingHabit::Brackets:
        return brackets(parts);
    case NamingHabit::Glued:
        return glued(parts);
    case NamingHabit::Effective:
        return effective(parts);
    default:
        return namedPool(parts);
    }
}

} // namespace renewal::simulation
