// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/teamnames.h"

#include "models/simulation/othernames.h"
#include "models/simulation/words.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
using Subject = TeamNameParts;

QString initialOf(const QString &name)
{
    return name.left(1);
}

QString suffixed(const Person &person)
{
    return person.suffix.isEmpty() ? person.family : person.family + u' ' + person.suffix;
}

/// "Lydon, John R. Md"
QString lastFirst(const Person &person)
{
    QString text = suffixed(person) + u", "_s + person.given;
    if (!person.middle.isEmpty())
        text += u' ' + initialOf(person.middle) + u'.';
    return text + u' ' + titleCase(person.credential);
}

QString full(NamingHabit habit, const Person &person)
{
    switch (habit) {
    case NamingHabit::Underscores:
        return person.family.toUpper() + u'_' + person.given.toUpper();
    case NamingHabit::SlashRole:
    case NamingHabit::Pcmm:
        return suffixed(person).toUpper() + u", "_s + person.given.toUpper();
    case NamingHabit::PlaceColon:
        return lastFirst(person);
    case NamingHabit::Colours:
    case NamingHabit::Parentheses:
    case NamingHabit::Dashes:
        return person.given + u' ' + suffixed(person) + u", "_s + titleCase(person.credential);
    case NamingHabit::StationCode:
    case NamingHabit::OraclePool:
        return suffixed(person) + u", "_s + person.given;
    case NamingHabit::PlainWords:
    default:
        return person.given + u' ' + suffixed(person) + u", "_s + person.credential;
    }
}

bool shouts(NamingHabit habit)
{
    return habit == NamingHabit::Underscores || habit == NamingHabit::SlashRole || habit == NamingHabit::Pcmm;
}

QString written(NamingHabit habit, const Person &person, PersonStyle style)
{
    if (style == PersonStyle::Full)
        return full(habit, person);
    if (style == PersonStyle::SurnameInitial) {
        const QString between = habit == NamingHabit::Underscores ? u"_"_s : u", "_s;
        const QString text = person.family + between + initialOf(person.given);
        return shouts(habit) ? text.toUpper() : text;
    }
    if (habit == NamingHabit::Parentheses || habit == NamingHabit::Colours ||
        habit == NamingHabit::PlainWords)
        return u"Dr. "_s + person.family;
    return shouts(habit) ? person.family.toUpper() : person.family;
}

QString writtenPeople(const SimulatedTeam &team, PersonStyle style)
{
    if (isOtherHabit(team.habit))
        return otherPeople(team.habit, team.named, style);
    QStringList people;
    for (const Person &person : team.named)
        people.append(written(team.habit, person, style));
    return people.join(team.habit == NamingHabit::StationCode ? u"/"_s : u" / "_s);
}

QString underscored(const QString &text)
{
    return text.toUpper().replace(u' ', u'_').remove(u'\'').remove(u'(').remove(u')');
}

/// A symbol that feeds the sites' analytics tool; applied inconsistently.
QString trailingSymbol(const Subject &s)
{
    return s.mental ? u"%"_s : QString();
}

QString placeColon(const Subject &s)
{
    const QString head = (s.primary ? u"** "_s : QString()) + s.place.city.toUpper() + u": "_s + s.care;
    if (!s.people.isEmpty())
        return head + u", "_s + s.people + trailingSymbol(s);
    return s.service ? head : head + u" Team "_s + s.number + trailingSymbol(s);
}

QString underscores(const Subject &s)
{
    const QString head = underscored(s.place.city) + u'_' + underscored(s.care);
    if (!s.people.isEmpty())
        return head + u'_' + underscored(s.people);
    return s.service ? head : head + u"_GROUP_"_s + s.number;
}

QString colours(const Subject &s)
{
    const QString place = titleCase(s.place.code);
    const QString colour = teamColour(s.team.ordinal);
    if (s.service)
        return place + u' ' + s.care + (s.team.role == TeamRole::Pharmacy ? u" _PHARM"_s : QString());
    const QString unit = s.primary ? u"PACT"_s : s.mental ? u"BHIP"_s : s.care;
    QString name = place + u' ' + s.code + u": "_s + colour + u' ' + unit;
    name += s.people.isEmpty() ? u" Team"_s : u" - "_s + s.people;
    return s.mental ? name + u" %"_s : name;
}

QString slashRole(const Subject &s)
{
    const QString unit = s.primary   ? u"PACT "_s + s.number
                         : s.mental  ? u"MHC PSI "_s + s.number
                         : s.service ? s.care.toUpper()
                                     : s.code + u' ' + s.number;
    const QString head = (s.primary ? u"**"_s : QString()) + s.place.code + u'/' + unit;
    return head + (s.people.isEmpty() ? QString() : u", "_s + s.people) + trailingSymbol(s);
}

QString stationCode(const Subject &s)
{
    const QString number = s.place.number.text();
    if (s.service)
        return number + u' ' + s.care;
    const QString unit = s.primary ? u"PRIM CARE"_s : s.mental ? u"BHIP"_s : s.code;
    const QString head = unit + u' ' + number + u" Tm "_s + s.letter;
    return s.people.isEmpty() ? head : head + u' ' + s.people + trailingSymbol(s);
}

QString parentheses(const Subject &s)
{
    const QString unit = s.primary   ? u"Firm "_s + s.letter + s.number
                         : s.mental  ? u"PCMHI "_s + s.letter + s.number
                         : s.service ? s.care
                                     : s.care + u' ' + s.letter + s.number;
    const QString head = s.place.code + u' ' + unit;
    return s.people.isEmpty() ? head : head + u" ("_s + s.people + u')';
}

QString dashes(const Subject &s)
{
    const QString head = s.place.code + u'-' + (s.service ? s.care : s.code);
    if (!s.people.isEmpty())
        return head + u'-' + s.people;
    return s.service ? head : head + u'-' + s.place.code + s.number;
}

QString pcmm(const Subject &s)
{
    if (s.service)
        return u"***"_s + s.care.toUpper() + u" _"_s + s.place.code;
    const QString unit = s.primary ? u"PCMM"_s : underscored(s.care);
    if (!s.people.isEmpty())
        return u"TG_"_s + unit + u'_' + s.people;
    if (s.team.ordinal % 2 == 0)
        return u"***TG "_s + s.number + u"00_"_s + unit + u'_' + s.place.code + trailingSymbol(s);
    const QDate made = QDate(2022, 1, 3).addDays(37 * s.team.ordinal);
    return s.place.code + u"_PCMM RELATIONSHIP_"_s + made.toString(u"MMddyyyy"_s) + u'_' + unit;
}

QString plainWords(const Subject &s)
{
    const QString head = s.place.city + u" | "_s + s.care;
    if (s.service)
        return head;
    const QString team = head + u" | "_s + teamColour(s.team.ordinal) + u" team"_s;
    return s.people.isEmpty() ? team : team + u" - "_s + s.people;
}

QString oraclePool(const Subject &s)
{
    // Names that end so are meant for Veterans; "FHCC." pools belong to the Department of Defense.
    const QString end = u" - Clinical"_s;
    if (s.service && s.team.ordinal % 3 == 2)
        return u"FHCC. "_s + s.care.toUpper();
    if (s.service)
        return (s.team.ordinal % 3 == 0 ? u"FHCC "_s : s.place.code + u' ') + s.care + end;
    const QString head = s.place.code + u' ' + s.care + u' ';
    return head + (s.people.isEmpty() ? teamColour(s.team.ordinal) : s.people) + end;
}

QString byHabit(NamingHabit habit, const Subject &s)
{
    switch (habit) {
    case NamingHabit::PlaceColon:
        return placeColon(s);
    case NamingHabit::Underscores:
        return underscores(s);
    case NamingHabit::Colours:
        return colours(s);
    case NamingHabit::SlashRole:
        return slashRole(s);
    case NamingHabit::StationCode:
        return stationCode(s);
    case NamingHabit::Parentheses:
        return parentheses(s);
    case NamingHabit::Dashes:
        return dashes(s);
    case NamingHabit::Pcmm:
        return pcmm(s);
    case NamingHabit::PlainWords:
        return plainWords(s);
    case NamingHabit::OraclePool:
        return oraclePool(s);
    default:
        return otherName(s);
    }
}
} // namespace

QString toString(PersonStyle style)
{
    switch (style) {
    case PersonStyle::Full:
        return u"full"_s;
    case PersonStyle::SurnameInitial:
        return u"surname+initial"_s;
    case PersonStyle::Surname:
        return u"surname"_s;
    }
    return {};
}

QString teamName(const SimulatedTeam &team, const SimulatedStation &station, PersonStyle style,
                 Random &random)
{
    const Subject subject{
        .team = team,
        .place = station.places.at(team.place),
        .care = careWords(team),
        .code = careCode(team),
        .people = writtenPeople(team, style),
        .number = QString::number(team.ordinal + 1),
        .letter = QString(QChar(u'A' + team.ordinal % 26)),
        .primary = team.role == TeamRole::PrimaryCare,
        .mental = team.role == TeamRole::MentalHealth,
        .service = team.role == TeamRole::Pharmacy || team.role == TeamRole::Service,
    };
    QString name = byHabit(team.habit, subject);
    const bool plain = team.habit == NamingHabit::OraclePool || team.habit == NamingHabit::PlainWords ||
                       isOtherHabit(team.habit);
    if (team.role == TeamRole::Service && !plain && random.chance(400))
        name += QLatin1StringView(serviceWords(team.subject).suffix);
    return name;
}

QString suggestedName(const SimulatedTeam &team, const SimulatedStation &station)
{
    QString name = station.places.at(team.place).city + u" | "_s + careWords(team);
    if (team.role == TeamRole::Pharmacy)
        return name + u" | Ask a pharmacist"_s;
    if (team.role == TeamRole::Service)
        return name;
    name += u" | "_s + teamColour(team.ordinal) + u" team"_s;
    if (!team.careTeam.leadProviderName.isEmpty())
        name += u" - "_s + team.careTeam.leadProviderName;
    return name;
}

} // namespace renewal::simulation
