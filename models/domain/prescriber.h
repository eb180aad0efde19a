// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/domain/station.h"

#include <QDebug>
#include <QString>

namespace renewal {

/// A prescriber's name exactly as the Medications side delivered it. Sources differ:
/// v1 fills first and last name (VistA, upper case, middle names in the first name);
/// v2 leaves the first name null and puts the whole display text in the last name;
/// FHIR gives one text, MedicationRequest.requester.display.
struct PrescriberName
{
    QString first;
    QString last;
    QString display; ///< requester display (Oracle Health); empty for VistA

    bool isEmpty() const { return first.isEmpty() && last.isEmpty() && display.isEmpty(); }
    /// "Okafor, Chidi": what a person reads. Keeps the delivered words, changes only all-upper case.
    QString shown() const;
    /// The text that stands for this person when no id exists: case, punctuation, credentials' dots and
    /// spacing removed, "FAMILY GIVEN" order, so that v1, v2 and FHIR forms of one name agree.
    /// Not a match on its own: two people may share it.
    QString key() const;

    bool operator==(const PrescriberName &) const = default;
};

/// What identifies a prescriber in the absence of any shared identifier (contracts.md 1.4): the record
/// system, the parent station and the name as delivered.
struct PrescriberKey
{
    EhrSystem ehr = EhrSystem::VistA;
    QString parentStation;
    QString nameKey; ///< PrescriberName::key()

    bool operator==(const PrescriberKey &) const = default;
};

/// Someone whose name stands on prescriptions at one parent station.
struct Prescriber
{
    PrescriberId id; ///< row in our store; invalid before it is stored
    EhrSystem ehr = EhrSystem::VistA;
    StationNumber station; ///< as delivered, with division
    PrescriberName name;
    QString extractId; ///< opaque prescriberId, only within one extract; may be empty
    QString npi;       ///< Oracle Health only; never present on the Secure Messaging side
    QString divisionName;
    QString facilityName;
    QString specialty;
    /// How many extract ids of one extract share this key. Above 1, two people stand behind one name and
    /// nothing may be decided automatically.
    int homonyms = 1;

    PrescriberKey key() const { return {ehr, station.parent(), name.key()}; }
    bool operator==(const Prescriber &) const = default;
};

QDebug operator<<(QDebug debug, const PrescriberKey &key);

} // namespace renewal
