// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renewal::items {

/// What the name of a medication tells, as far as it does: "LISINOPRIL 20MG TAB" is lisinopril, 20MG, tablet.
struct DrugParts
{
    QString name;     ///< what stands before the strength, or all of it
    QString strength; ///< "20MG", "100UNIT/ML"; as written
    QString form;     ///< "tablet"; as written where the word is not known

    bool operator==(const DrugParts &) const = default;
};

DrugParts drugParts(const QString &drug);

} // namespace renewal::items
