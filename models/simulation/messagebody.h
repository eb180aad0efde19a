// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace renewal::simulation {

/// What became of the prefilled text of a renewal message before it was sent.
enum class BodyForm
{
    Prefilled,    ///< as the form wrote it
    Edited,       ///< with words of the Veteran's own
    Signed,       ///< with the block of an electronic signature
    Cleared,      ///< replaced by the Veteran's own words
    OlderPrefill, ///< an earlier version of the form, with more lines
    LoadError,    ///< the prescription could not be loaded: labels without values
    LinesRemoved, ///< only some lines left
};

/// The values the form fills in.
struct BodyValues
{
    QString medication;
    QString instructions;
    QString provider;
    QDate expires;
    QDate lastFilled; ///< invalid: "Not filled yet"
    QString quantity;
    QString prescriptionNumber; ///< only earlier versions of the form wrote the last three
    int refillsLeft = 0;
    int remark = 0; ///< 0 to remarkCount() - 1
    QString signer;
    QDate sentOn;
};

int remarkCount();

/// "November 8, 2026", English whatever the machine's language.
QString longDate(QDate date);

/// The text of a renewal message, line by line as the VA.gov form writes it.
QString messageBody(BodyForm form, const BodyValues &values);

} // namespace renewal::simulation
