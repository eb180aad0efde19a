// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sequential/numbers.h"

#include <optional>

namespace renewal::sequential {

/// How far an empirical distribution function of n observations is from the true one, at all points and all
/// times together with a chance of 1 - alpha:
///   0.85 sqrt( ( ln ln(e n) + 0.8 ln(1612 / alpha) ) / n )
/// (Howard, Ramdas, Bernoulli 28 (2022) 1704, arXiv:1906.09712)
double distributionRadius(double n, double alpha);

/// An end that the observations do not bound is unset.
struct QuantileRange
{
    std::optional<double> lower = {};
    std::optional<double> upper = {};
};

/// Where the quantile `share` (0.95) of latencies is, at all times. How many observations lie below it is
/// binomial, so the ranks are those that the beta-binomial mixture of ProportionSequence leaves open; exact
/// whatever the distribution. `sorted` ascends.
QuantileRange quantileRange(const QVector<double> &sorted, double share, double alpha);
/// From the band around the whole distribution function: wider, but for all quantiles at once.
QuantileRange quantileBand(const QVector<double> &sorted, double share, double alpha);

} // namespace renewal::sequential
