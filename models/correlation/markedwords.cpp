// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/markedwords.h"

#include "models/correlation/personname.h"
#include "models/correlation/stationindex.h"
#include "models/correlation/words.h"

#include <algorithm>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {
constexpr QStringView separators = u"/|()&;";

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u2018' || c == u'`' || c == u'\u00b4';
}

bool belongsToWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || isApostrophe(c);
}

/// "M" and "D" of "M.D.", "FNP" and "C" of "FNP-C".
bool areOneCredential(const PlacedWord &before, QStringView gap, const PlacedWord &word)
{
    const bool letters = gap == u"." && before.folded.size() <= 3 && word.folded.size() == 1 &&
                         before.length < 2 * before.folded.size();
    const bool certified =
        gap == u"-" && isNameDecoration(before.folded) && (word.folded == u"C"_s || word.folded == u"BC"_s);
    return letters || certified;
}

QString foldedWord(QStringView text)
{
    const QString folded = foldedWords(text.toString()).join(QString());
    return folded.isEmpty() ? folded : withoutGluedDigits(folded);
}
} // namespace

QVector<PlacedWord> placedWords(const QString &text)
{
    QVector<PlacedWord> words;
    qsizetype gapStart = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (!belongsToWord(text[i]) || (isApostrophe(text[i]) && (i == 0 || !belongsToWord(text[i - 1])))) {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && belongsToWord(text[end]))
            ++end;
        const QStringView gap = QStringView(text).sliced(gapStart, i - gapStart);
        PlacedWord word{i, end - i, foldedWord(QStringView(text).sliced(i, end - i)), false};
        const bool lostDigits =
            word.folded.size() >= 3 && text[end - 1].isDigit() && !word.folded.back().isDigit();
        while (lostDigits && text[word.start + word.length - 1].isDigit())
            --word.length;
        word.apart =
            !words.isEmpty() && std::ranges::any_of(gap, [](QChar c) { return separators.contains(c); });
        i = end;
        gapStart = end;
        if (word.folded.isEmpty())
            continue;
        if (!words.isEmpty() && areOneCredential(words.constLast(), gap, word)) {
            words.last().folded += word.folded;
            words.last().length = end - words.constLast().start;
            continue;
        }
        words.append(word);
    }
    return words;
}

AgreementSpan spanOf(const QVector<PlacedWord> &words, qsizetype first, qsizetype count, Agreement agreement)
{
    const PlacedWord &last = words[first + count - 1];
    return {words[first].start, last.start + last.length - words[first].start, agreement};
}

void addSpan(MarkedText &text, const AgreementSpan &span)
{
    const bool overlaps = std::ranges::any_of(text.spans, [&](const AgreementSpan &other) {
        return span.start < other.start + other.length && other.start < span.start + span.length;
    });
    if (overlaps || span.length <= 0)
        return;
    const auto after = std::ranges::find_if(
        text.spans, [&](const AgreementSpan &other) { return other.start > span.start; });
    text.spans.insert(after, span);
}

} // namespace renewal::correlation
