// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/prescription.h"

#include <cstdint>
#include <string_view>

namespace renewal::exchange {

/// How one delivered field of a prescription is taken.
enum class PrescriptionFieldKind : std::uint8_t
{
    Text,
    Date,
    Flag,
    // The rest has a rule of its own in prescriptionreader.cpp.
    Attributes,
    WrappingId,
    PrescriptionId,
    Station,
    FirstName,
    LastName,
    RequesterDisplay,
    RefillRemaining,
    Trackable,
    CernerTransition,
    Category,
    FacilityApiName,
    DispensedDate,
    SortedDispensedDate,
    DataSourceSystem,
    SourceEhr,
    Fills,
    Grouped,
};

/// A delivered key with what it fills; of the three members the one of its kind is set.
struct PrescriptionField
{
    std::string_view key; ///< camelCase
    PrescriptionFieldKind kind = PrescriptionFieldKind::Text;
    QString Prescription::*text = nullptr;
    QDateTime Prescription::*date = nullptr;
    std::optional<bool> Prescription::*flag = nullptr;
};

/// The field of a key in camelCase or snake_case; null for the many we do not take. Constant time, no
/// allocation: bulk files call it some fifty times a record.
const PrescriptionField *findPrescriptionField(std::string_view key);

} // namespace renewal::exchange
