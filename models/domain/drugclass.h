// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace renewal {

/// What a drug is for, told by the first word of its name: the records deliver no class. A drug with a word
/// that is not in the table is in no class.
struct DrugClass
{
    const char *code;  ///< stable word
    const char *words; ///< first words of drug names, lower case, a blank between two

    QStringList wordList() const;
};

/// By code.
std::span<const DrugClass> drugClasses();
/// nullptr for an unknown code.
const DrugClass *drugClass(QStringView code);
/// The word a class goes by: "lisinopril" of "LISINOPRIL 10MG TAB". A comma or slash ends a word, too.
QString drugWord(const QString &drug);

} // namespace renewal
