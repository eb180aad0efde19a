// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"
#include "models/domain/rolloutreport.h"
#include "models/rollout/criteria.h"
#include "models/rollout/stageclock.h"

namespace renewal::rollout {

/// How many renewals the program itself holds, and how many of them have a care team: what "renewals with a
/// care team" falls back to while no series tells it.
struct OwnFigures
{
    qint64 renewals = 0;
    qint64 withCareTeam = 0;
};

/// Each criterion over the present stage, from its start to `now`, judged so that all verdicts of a rollout
/// together are false with a chance of at most 5 %, however often somebody looks (judgement.h). They follow
/// from the figures alone, not from when they came or who looked before. `series` are whole series with their
/// points since before the rollout; gaps and data that may still arrive are left out.
QVector<CriterionResult> evaluate(const QVector<Criterion> &criteria, const QVector<MetricSeries> &series,
                                  const StageClock &clock, const QDateTime &now, const OwnFigures &own = {});

} // namespace renewal::rollout
