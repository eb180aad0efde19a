// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/prescription.h"
#include "models/renewability/verdict.h"

#include <QDateTime>

namespace renewal::renewability {

/// The current Oracle Health rule where the FHIR facts are missing: prescriptions from the v2 API carry only
/// what its adapter made of them. A gate is decided where those fields decide it; any failed gate makes the
/// prescription not renewable. For the rest there is only the delivered isRenewable: the verdict's gate is
/// then "delivered_flag" and its sentence says so, or "facts_missing" and open when there is no flag either.
Verdict evaluateDelivered(const Prescription &prescription, const QDateTime &now);

} // namespace renewal::renewability
