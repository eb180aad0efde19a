// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/correlation.h"

namespace renewal::correlation {

/// Whom to ask staff about, so that matching learns: a fair draw from those it has candidates for and does
/// not link by itself. (Drawing only the hardest, or those nearest to the threshold, taught it that
/// everything is hard: half the coverage.) `count` of them at most. The same sets give the same draw,
/// whatever their order.
QVector<PrescriberId> worthAsking(const QVector<CandidateSet> &sets, int count);

} // namespace renewal::correlation
