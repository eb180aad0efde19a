// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/evidenceengine.h"

namespace renewal::correlation {

/// The case of one prescriber, borrowed: what the guards look at.
struct CaseView
{
    const StationInput &station;
    const StationEvidence &evidence;
    const Posterior &posterior;
    qsizetype prescriber = 0;
    qsizetype best = 0; ///< most probable team
};

/// Why matching may not link the best candidate without a person: one sentence; empty when it may.
QString automaticObstacle(const CaseView &view, const Policy &policy);

} // namespace renewal::correlation
