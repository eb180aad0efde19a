// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"
#include "models/rollout/criteria.h"
#include "models/rollout/stagedata.h"

namespace renewal::rollout {

/// What the figures so far say about one criterion, in its unit (a compared mean: its distance from before).
/// Met: the whole range is on the good side of the limit; not met: on the bad side; else too little data.
struct Judgement
{
    CriterionVerdict verdict = CriterionVerdict::TooLittleData;
    std::optional<double> lower = {};
    std::optional<double> upper = {};
    /// The least value beyond the limit that would have been found with a chance of 80 %.
    std::optional<double> wouldBeSeen = {};
    /// How many observations a verdict needs should the value stay; unset when it has one, or the value is so
    /// near to its limit that there is no telling.
    std::optional<double> needed = {};
};

/// What one criterion may spend in one of `stages`: the parts of all add to 5 % for the rollout.
double alphaOf(const Criterion &criterion, int stages);

/// `observed` is what the criterion counts, of all.
Judgement judgeShare(const Criterion &criterion, double alpha, const Observed &observed);
/// Hourly values with their weights, in the order of time. Hours that follow each other resemble each other:
/// the standard error is that of an autoregressive series of first order.
Judgement judgeMean(const Criterion &criterion, double alpha, const QVector<Observed> &hours);
/// Means of single days with their numbers of answers, of the stage and of before. What was before does not
/// grow any more: half of alpha for its interval, half for the sequence.
Judgement judgeComparison(const Criterion &criterion, double alpha, const QVector<Observed> &stage,
                          const QVector<Observed> &before);

} // namespace renewal::rollout
