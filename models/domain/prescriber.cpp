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

/// Letters and digits of each word in upper case, accents removed, joined by one space.
QString foldedWords(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString folded;
    for (const QChar c : decomposed) {
        if (c.isLetterOrNumber())
            folded += c.toUpper();
        else if ((c.isSpace() || c == u'-' || c == u'_') && !folded.isEmpty() && !folded.endsWith(u' '))
            folded += u' ';
    }
    return folded.trimmed();
}
} // namespace

QString PrescriberName::shown() const
{
    if (!display.isEmpty())
        return readableCase(display.simplified());
    if (first.isEmpty())
        return readableCase(last.simplified());
    return readableCase(last.simplified()) + QStringLiteral(", ") + readableCase(first.simplified());
}

QString PrescriberName::key() const
{
    // One text in "FAMILY, GIVEN" order: v2 and FHIR deliver it so, v1 is joined to it.
    const QString whole = !display.isEmpty() ? display
        : first.isEmpty()                    ? last
                                             : last + u',' + first;
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
    debug.nospace() << "PrescriberKey(" << toString(key.ehr) << ", " << key.parentStation << ", " << key.nameKey << ')';
    return debug;
}

} // namespace renewal
