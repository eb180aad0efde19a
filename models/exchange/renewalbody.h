// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace renewal::exchange {

/// The lines that VA.gov writes into a renewal message before the patient sees it (contracts.md 3.2), read
/// back. A patient may edit, reorder or clear them, so every field may be empty and none is a fact: the
/// link to the prescription is the message's prescriptionId alone.
struct RenewalBody
{
    QString medicationName;
    QString prescriptionNumber; ///< older versions only
    QString instructions;
    QString provider;
    std::optional<int> refillsLeft; ///< older versions only
    QString expirationText;         ///< as written
    QDate expires;                  ///< invalid: not available, or edited to something that is no date
    QString reasonForUse;           ///< older versions only
    QString lastFilledText;
    QDate lastFilled;
    bool neverFilled = false; ///< "Not filled yet"
    QString quantity;
    QString notes;     ///< what the patient wrote besides, in order
    QString signature; ///< the block after the dashed line
    int labels = 0;    ///< how many of the known labels were found; 0: the text was cleared or is another

    bool operator==(const RenewalBody &) const = default;
};

/// Reads any version of the text, with either line end. A value that stands for "missing" ("Provider name
/// not available") gives an empty field. Never fails. Patient text: keep the result out of logs.
RenewalBody readRenewalBody(QStringView body);

} // namespace renewal::exchange
