// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/prescription.h"
#include "models/renewability/verdict.h"

#include <QDateTime>

namespace renewal::renewability {

/// Active without refills, or expired within the window; upstream's own flag is not read. Statuses are
/// compared with their case, as the rule does.
Verdict evaluateVistaCurrent(const Prescription &prescription, const QDateTime &now);

/// What the older refill page computed: it does not look at the source, reads a missing refill count as
/// zero, and counts calendar days.
Verdict evaluateVistaRefillPage(const Prescription &prescription, const QDateTime &now);

/// Upstream's isRenewable as sent; absent leaves the answer open.
Verdict evaluateVistaPassThrough(const Prescription &prescription);

} // namespace renewal::renewability
