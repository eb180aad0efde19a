// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/agreement.h"

#include <QString>
#include <QVector>

namespace renewal::correlation {

/// One word of a text: where it stands, and its folded form ("O’Brien" is OBRIEN).
struct PlacedWord
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString folded;
    bool apart = false; ///< a "/" or its kind stands before it: another person, or another matter
};

/// The words of a text in order. Credentials written apart ("M.D.", "FNP-C") are one word; digits glued to a
/// word ("OKAFOR2") are left out of it.
QVector<PlacedWord> placedWords(const QString &text);

/// The run from the first to the last of `count` words, from `first` on.
AgreementSpan spanOf(const QVector<PlacedWord> &words, qsizetype first, qsizetype count, Agreement agreement);

/// Puts spans into order; of two that overlap the one found first stays.
void addSpan(MarkedText &text, const AgreementSpan &span);

} // namespace renewal::correlation
