// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/personname.h"

#include "models/correlation/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u2018' || c == u'`' || c == u'\u00b4';
}

/// "M.D." to "MD" and "FNP-C" to "FNPC", before dots and hyphens separate.
QString withCredentialsJoined(QString folded)
{
    static const QRegularExpression dotted(u"\\b([A-Z])\\.(?=[A-Z]\\b)"_s);
    static const QRegularExpression certified(u"\\b([A-Z]*(?:NP|PA|RN))-(C|BC)\\b"_s);
    folded.replace(dotted, u"\\1"_s);
    folded.replace(certified, u"\\1\\2"_s);
    return folded;
}

QStringList wordsWithout(const QString &text, bool (*isDropped)(QStringView))
{
    static const QRegularExpression parenthesis(u"\\([^)]*\\)"_s);
    QStringList words;
    for (const QString &word : foldedWords(QString(text).replace(parenthesis, u" "_s))) {
        if (!isDropped(word) && !word.at(0).isDigit())
            words.append(word);
    }
    return words;
}

QStringList nameWords(const QString &text)
{
    return wordsWithout(text, isNameDecoration);
}

/// What stands where a surname is due: "DO" alone is Dr. Do there, behind another word it is a credential.
QStringList surnameWords(const QString &text)
{
    const QStringList words = nameWords(text);
    return words.isEmpty() ? wordsWithout(text, isNoSurname) : words;
}

PersonName personFromParts(const QString &text)
{
    QVector<QStringList> parts;
    const QStringList pieces = text.split(u',');
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const QStringList words = i == 0 ? surnameWords(pieces.at(i)) : nameWords(pieces.at(i));
        if (!words.isEmpty())
            parts.append(words);
    }
    if (parts.isEmpty())
        return {};
    if (parts.size() > 1)
        return {parts.at(0), parts.at(1)};
    return {parts.at(0), {}};
}

} // namespace

QStringList foldedWords(const QString &text)
{
    QString folded;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    for (const QChar c : decomposed) {
        if (!c.isMark() && !isApostrophe(c))
            folded += c.toUpper();
    }
    folded = withCredentialsJoined(folded);
    for (QChar &c : folded) {
        if (!c.isLetterOrNumber())
            c = u' ';
    }
    return folded.split(u' ', Qt::SkipEmptyParts);
}

QStringList PersonName::surnameForms() const
{
    QStringList forms{surname()};
    if (family.size() < 2)
        return forms;
    for (const QString &half : family) {
        if (half.size() >= 3 && !isIn(particles, half) && !forms.contains(half))
            forms.append(half);
    }
    return forms;
}

PersonName personFromText(const QString &text)
{
    PersonName person = personFromParts(text);
    const bool givenFirst = person.given.isEmpty() && person.family.size() > 1 && !text.trimmed().isEmpty();
    if (givenFirst) {
        // "John A Smith MD": without a name after a comma the surname comes last.
        person.given = person.family.mid(0, person.family.size() - 1);
        person.family = {person.family.constLast()};
    }
    return person;
}

PersonName personFromPrescriber(const PrescriberName &name)
{
    if (!name.display.isEmpty())
        return personFromText(name.display);
    // v2 puts the whole display text into the last name.
    PersonName person = personFromParts(name.last);
    const QStringList given = nameWords(name.first);
    if (!given.isEmpty())
        person.given = given;
    // "Usha N" as last and "Patel" as first name: nobody's surname ends in an initial.
    if (person.family.size() > 1 && person.family.constLast().size() == 1 && person.given.size() == 1)
        std::swap(person.family, person.given);
    return person;
}

GivenMatch compareGiven(const QStringList &one, const QStringList &other)
{
    if (one.isEmpty() || other.isEmpty())
        return GivenMatch::Unknown;
    const QString &a = one.constFirst();
    const QString &b = other.constFirst();
    if (a.size() == 1 || b.size() == 1)
        return a.at(0) == b.at(0) ? GivenMatch::SameInitial : GivenMatch::Different;
    if (a == b)
        return GivenMatch::Same;
    const bool begins = a.startsWith(b) || b.startsWith(a);
    return begins && std::min(a.size(), b.size()) >= 3 ? GivenMatch::Beginning : GivenMatch::Different;
}

} // namespace renewal::correlation
