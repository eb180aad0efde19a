// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/prescription.h"

namespace renewal::renewability {

/// What kind of order an Oracle Health MedicationRequest is, from its categories, reportedBoolean and intent.
enum class MedicationClass
{
    VaPrescription,
    DocumentedNonVa,
    ClinicAdministered,
    PharmacyCharge,
    Inpatient,
    Uncategorized,
};

/// The categories must be exactly those of the class (order and case do not count); an absent
/// reportedBoolean fits no class that asks for it.
MedicationClass medicationClass(const FhirFacts &facts);
/// "a VA prescription", "documented, not from VA": to stand after "It is".
QString medicationClassText(MedicationClass kind);
/// Repeats allowed less completed dispenses after the first one, never below zero; zero for all but VA
/// prescriptions.
int refillsRemaining(const FhirFacts &facts);

} // namespace renewal::renewability
