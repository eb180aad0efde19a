// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/decisionsreport.h"
#include "models/items/roles.h"

#include <QString>

namespace renewal::items {

/// How far many decisions are: what would be, or what was.
enum class DecisionsStage
{
    Preview,
    Taken,
};

/// "Ready", "Done", "Decided so already", "Changed since", "Problem".
QString decisionResultText(DecisionResult result, DecisionsStage stage);
Tone decisionResultTone(DecisionResult result);
/// "Link to Blue team"; words where the file says nothing that can be read.
QString decisionRowText(const ReportedDecision &row);
/// The problem, or what moves: "2 renewals become ready to route".
QString decisionRowDetail(const ReportedDecision &row);
/// "12 decisions can be taken; 2 problems." and below it what moves, and the rest.
QString decisionsSummary(const DecisionsReport &report, DecisionsStage stage);

} // namespace renewal::items
