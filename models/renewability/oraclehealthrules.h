// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/prescription.h"
#include "models/renewability/verdict.h"

#include <QDateTime>

namespace renewal::renewability {

/// The gates of one Oracle Health rule over the facts of a FHIR MedicationRequest.
Verdict evaluateOracleHealth(const FhirFacts &facts, RuleVersion version, const QDateTime &now);

} // namespace renewal::renewability
