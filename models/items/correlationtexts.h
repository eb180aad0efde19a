// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/items/roles.h"

#include <QString>
#include <QStringList>

namespace renewal::items {

/// A status as the filter above the work list names it: "No team", "Check", "Auto", "By hand".
QString statusText(CorrelationStatus status);
Tone statusTone(CorrelationStatus status);
/// The chip of one prescriber: "Check 71 %", "Auto 97 %", "No team".
QString statusChip(const Correlation &correlation);
/// "Station 552, 3 candidates"
QString prescriberSecondLine(const PrescriberSummary &summary);
/// "Okafor, C."; words instead of nothing.
QString prescriberName(const Prescriber &prescriber);
/// What a decision does, one sentence a line, the most important first.
QStringList effectLines(const DecisionEffect &effect);

} // namespace renewal::items
