// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/prescription.h"
#include "models/renewability/verdict.h"

#include <QDateTime>

namespace renewal::renewability {

/// May this prescription be renewed, by one rule version, and why not. Pure: any thread; `now` is an
/// argument, so a stored verdict can be worked out again for its own day.
///
/// A rule of the other record system gives an open verdict with the gate "other_system". An Oracle Health
/// prescription without FHIR facts (from the v2 API) is judged by evaluateDelivered() under the current
/// rule; the earlier ones need the facts and leave it open ("facts_missing").
Verdict evaluate(const Prescription &prescription, RuleVersion version, const QDateTime &now);

/// By the rule in force for the prescription's record system.
Verdict evaluateCurrent(const Prescription &prescription, const QDateTime &now);

/// The answer where there is no prescription to judge (null, or not an object): gate "input".
Verdict withoutInput(RuleVersion version);

} // namespace renewal::renewability
