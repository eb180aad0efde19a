// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchtext.h"

namespace renewal::store {

QStringList searchWords(const QString &text)
{
    constexpr int mostWords = 8;
    constexpr int longestWord = 64;
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty() && words.size() < mostWords)
            words.append(word.left(longestWord));
        word.clear();
    };
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    for (const QChar c : decomposed) {
        if (c.isLetterOrNumber())
            word += c.toLower();
        else if (c.category() != QChar::Mark_NonSpacing)
            end();
    }
    end();
    return words;
}

} // namespace renewal::store
