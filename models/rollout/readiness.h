// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"
#include "models/domain/rolloutreport.h"
#include "models/rollout/criteria.h"
#include "models/rollout/stageclock.h"

#include <QStringList>

namespace renewal::rollout {

/// What stands in the way of the next stage, one short sentence each; empty: nothing does. Criteria first,
/// then time, then sign-offs.
QStringList reasonsNotToAdvance(const QVector<RolloutStage> &stages, const StageClock &clock,
                                const QVector<Criterion> &criteria, const QVector<CriterionResult> &results,
                                const QVector<SignOff> &signOffs);

/// One row for each discipline, for `stage`; those not in `stored` have not given their word.
QVector<SignOff> completeSignOffs(const QVector<SignOff> &stored, const QString &stage);

} // namespace renewal::rollout
