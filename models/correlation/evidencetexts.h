// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/obstacles.h"

namespace renewal::correlation {

/// The evidence for and against one candidate as bits with a sentence each; together with what stands
/// against it ("none of them", the other candidates) they add up to its odds. Levels worth nothing are left
/// out. The first piece is of the kind "prior".
QVector<Evidence> evidenceOf(const CaseView &view, qsizetype team, const Weights &weights);

/// Why a link was made without a person: one sentence that cites what agrees.
QString linkedBecause(const CaseView &view);

} // namespace renewal::correlation
