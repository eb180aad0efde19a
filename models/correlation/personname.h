// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/prescriber.h"

#include <QString>
#include <QStringList>

namespace renewal::correlation {

/// The words of a text in folded form: upper case, accents and apostrophes removed, everything else that is
/// neither letter nor digit separates. "O'Brien-Núñez, M.D." gives OBRIEN, NUNEZ, MD.
QStringList foldedWords(const QString &text);

/// A person's name taken apart as far as matching needs it. Credentials and generations are gone.
struct PersonName
{
    QStringList family; ///< words of the surname: two for a double name
    QStringList given;  ///< given names and initials, first one first

    bool isEmpty() const { return family.isEmpty(); }
    /// The surname as one word: "SMITHEVINS".
    QString surname() const { return family.join(QString()); }
    /// The surname as one word, then each half of a double name that can stand alone.
    QStringList surnameForms() const;

    bool operator==(const PersonName &) const = default;
};

/// Reads "LAST, FIRST", "Smith MD, John A", "John A Smith MD" and "Sauer, Mark, PharmD".
PersonName personFromText(const QString &text);
/// Reads the name in any of the forms in which a prescriber is delivered.
PersonName personFromPrescriber(const PrescriberName &name);

/// How the given names of two people with one surname go together.
enum class GivenMatch
{
    Unknown, ///< one side has none
    Same,
    Beginning, ///< one begins the other with at least three letters: DAN and DANIEL, but DANIEL and DANIELLE
               ///< too
    SameInitial,
    Different,
};

GivenMatch compareGiven(const QStringList &one, const QStringList &other);

} // namespace renewal::correlation
