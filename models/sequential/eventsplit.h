// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sequential/numbers.h"

#include <optional>

namespace renewal::sequential {

/// Harmful events of two groups, told apart by who was hit. Each event hits the first group with the chance
///   q(theta, s) = theta s / (theta s + 1 - s)
/// where s is that group's share of the exposed at that moment and theta the ratio of the two rates, whatever
/// the rates do over time. Against theta <= theta0:
///   E = SUM_g w_g PROD [ q(theta_g, s) / q(theta0, s) ]^x [ (1 - q(theta_g, s)) / (1 - q(theta0, s)) ]^(1 -
///   x)
/// over a grid theta_g > theta0 (Lindon, Malek, NeurIPS 2022, arXiv:2011.03567, in grid form). Exact for
/// Poisson streams, careful for rare cases. Events of one hour are added up: their order does not matter.
class EventSplit
{
public:
    /// `tolerated` is theta0: how many times the other group's rate is no harm yet.
    explicit EventSplit(double tolerated = 1);

    /// `first` and `second` events while the first group was `share` of the exposed. A share of none or all
    /// tells nothing.
    void add(double first, double second, double share);

    /// ln E against theta <= theta0.
    double logEvidence() const;
    /// All ratios that the events leave open at `alpha`; a grid on both sides. 0 to infinity without events.
    Range range(double alpha) const;
    /// The ratio that fits best; nullopt without events, infinite when the second group had none.
    std::optional<double> ratio() const;

private:
    struct Step
    {
        double first;
        double second;
        double share;
    };
    double logLikelihood(double theta) const;
    double bestRatio() const;

    double m_tolerated;
    double m_null = 0;       ///< ln of the likelihood at theta0
    QVector<double> m_above; ///< ln of the likelihood at each theta_g above theta0
    QVector<Step> m_steps;
};

} // namespace renewal::sequential
