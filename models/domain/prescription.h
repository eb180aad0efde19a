// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/domain/prescriber.h"
#include "models/domain/station.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace renewal {

/// One fill of a prescription (VistA rxRfRecords, or a FHIR MedicationDispense).
struct FillRecord
{
    QString id;
    QString source; ///< RF refill, PF partial fill, PD pending dispense
    QString status; ///< refillStatus, or the dispense status ("completed", "in-progress")
    QDateTime refillDate;
    QDateTime dispensedDate;
    QDateTime expirationDate;
    QString facilityName;

    bool operator==(const FillRecord &) const = default;
};

/// One FHIR extension of a MedicationRequest, as far as a rule reads it.
struct FhirExtension
{
    QString url;
    bool valueBoolean = false;

    bool operator==(const FhirExtension &) const = default;
};

/// What only an Oracle Health FHIR MedicationRequest tells; the renewability gates read it.
struct FhirFacts
{
    QString status; ///< "active", "on-hold", ...
    QString intent;
    std::optional<bool> reported;
    QStringList categories; ///< codes, as delivered
    QStringList dispenseStatuses;
    std::optional<int> repeatsAllowed;
    QString validityPeriodEnd; ///< text as delivered: a value that is no date is a case of its own
    QVector<FhirExtension> extensions;

    bool operator==(const FhirFacts &) const = default;
};

/// A prescription as the Medications side delivers it: v1, v2, grouped, MHV upstream or FHIR. Empty texts,
/// invalid dates and nullopt stand for null or absent.
struct Prescription
{
    PrescriptionRowId id; ///< row in our store; invalid before it is stored

    QString prescriptionId;     ///< int in v1, text in v2
    QString prescriptionNumber; ///< "2720339A"; empty for most of Oracle Health
    QString patientKey;         ///< opaque; absent in patient-facing answers
    QString extractPrescriberId;
    EhrSystem ehr = EhrSystem::VistA;
    StationNumber station;
    PrescriberName prescriber;

    QString name; ///< prescriptionName, else orderableItem
    QString orderableItem;
    QString sig;
    QString indication; ///< indicationForUse
    QString remarks;
    QString quantity; ///< int or text upstream
    QStringList categories;

    QString source;       ///< prescriptionSource: RX, RF, PF, PD, NV, VA, OH
    QString refillStatus; ///< active, refillinprocess, ...
    QString dispStatus;   ///< exactly as delivered: some rules compare with case
    std::optional<int> refillRemaining;
    std::optional<bool> refillable;
    std::optional<bool> renewable; ///< upstream isRenewable; was wrong both ways
    QString notRenewableReason;
    bool trackable = false;

    QDateTime orderedDate;
    QDateTime refillDate;
    QDateTime refillSubmitDate;
    QDateTime dispensedDate; ///< sortedDispensedDate, else dispensedDate
    QDateTime expirationDate;
    QDateTime modifiedDate;
    QDateTime renewalSubmitted; ///< renewalSubmittedTimestamp

    QString divisionName;
    QString facilityName; ///< facilityApiName when filled, else facilityName
    bool inCernerTransition = false;

    QVector<FillRecord> fills;
    QVector<Prescription> grouped; ///< groupedMedications: earlier prescriptions of the same drug
    std::optional<FhirFacts> fhir; ///< set only when read from a FHIR bundle

    bool operator==(const Prescription &) const = default;
};

/// The short form used for matching: who prescribed for whom, where and when.
struct ShortPrescription
{
    QString patientKey;
    QString extractPrescriberId;
    StationNumber station;
    QDate orderedDate;

    bool operator==(const ShortPrescription &) const = default;
};

} // namespace renewal
