// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/prescriber.h"

#include <QStringList>

namespace renewal {

namespace {
/// "O'BRIEN-SMITH" reads "O'Brien-Smith"; a text with any lower-case letter is left as it is.
QString readableCase(const QString &text)
{
    if (text != text.toUpper())
        return text;
    QString result = text.toLower();
    bool atStart = true;
    for (QChar &c : result) {
        if (atStart && c.isLetter())
            c = c.toUpper();
        atStart = !c.isLetter();
    }
    return result;
}

/// Signs that stand inside a word and are left out of it: "O'BRIEN" and "OBRIEN", "M.D." and "MD" are one.
bool isInsideWord(char32_t c)
{
    return c == U'\'' || c == U'.' || c == U'`' || c == U'\u2018' || c == U'\u2019' || c == U'\u00b4' ||
           QChar::category(c) == QChar::Mark_NonSpacing;
}

/// Letters and digits of each word in upper case, accents removed, joined by one space.
QString foldedWords(const QString &text)
{
    // Upper case of the whole text first: only that turns a sharp s into SS.
    QString folded;
    for (const char32_t c : text.toUpper().normalized(QString::NormalizationForm_KD).toUcs4()) {
        if (QChar::isLetterOrNumber(c))
            folded += QString::fromUcs4(&c, 1);
        else if (!isInsideWord(c) && !folded.isEmpty() && !folded.endsWith(u' '))
            folded += u' ';
    }
    return folded.trimmed();
}
} // namespace

QString PrescriberName::shown() const
{
    if (!display.isEmpty())
        return readableCase(display.simplified());
    const QString family = readableCase(last.simplified());
    const QString given = readableCase(first.simplified());
    return family.isEmpty() || given.isEmpty() ? family + given : family + QStringLiteral(", ") + given;
}

QString PrescriberName::key() const
{
    // One text in "FAMILY, GIVEN" order: v2 and FHIR deliver it so, v1 is joined to it.
    const QString whole = !display.isEmpty() ? display : first.isEmpty() ? last : last + u',' + first;
    QStringList parts;
    for (const QString &part : whole.split(u',')) {
        if (const QString words = foldedWords(part); !words.isEmpty())
            parts.append(words);
    }
    return parts.join(u' ');
}

QDebug operator<<(QDebug debug, const PrescriberKey &key)
{
    QDebugStateSaver saver(debug);
    debug.nospace() << "PrescriberKey(" << toString(key.ehr) << ", " << key.parentStation << ", "
                    << key.nameKey << ')';
    return debug;
}

} // namespace renewal
