// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"

namespace renewal::rollout {

/// True when `incoming` cannot be a later reading of what `stored` holds under the same key: it comes from
/// another system, or says otherwise about hours that no late figure reaches any more. Two regions deliver
/// the same keys without naming themselves; only their figures tell them apart. Gaps may be filled at any
/// age.
bool isOtherMeasurement(const MetricSeries &stored, const MetricSeries &incoming);

/// True when `incoming` cannot be a later state of the stored plan: a stage that has begun would have begun
/// at another time.
bool isOtherRollout(const QVector<RolloutStage> &stored, const QVector<RolloutStage> &incoming);

} // namespace renewal::rollout
