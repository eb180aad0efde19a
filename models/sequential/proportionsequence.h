// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sequential/numbers.h"

#include <optional>

namespace renewal::sequential {

/// A share that is watched. Evidence against the share p after x of n is a mixture of likelihood ratios over
/// a beta distribution that is fixed before the first look:
///   E(p) = B(a + x, b + n - x) / ( B(a, b) p^x (1 - p)^(n - x) )
/// (Robbins, Ann. Math. Stat. 41 (1970) 1397; Howard, Ramdas, McAuliffe, Sekhon, arXiv:1810.08240, beta-
/// binomial mixture). All p with E(p) < 1 / alpha are the range. It is exact for single cases that are alike;
/// it depends on x and n only, so neither order nor the number of looks matters.
class ProportionSequence
{
public:
    /// The mixture has the mean `expected` (between 0 and 1) and weighs as `cases` bad ones would: ranges are
    /// narrowest where the share is of that size. It is valid whatever the share is.
    explicit ProportionSequence(double expected, double cases = 1);

    /// ln E(p) against the share `p`.
    double logEvidence(double p, double x, double n) const;
    /// All shares that x of n leave open at `alpha`; 0 to 1 before the first case.
    Range range(double x, double n, double alpha) const;
    /// The least x of n that puts the whole range above `p`; more than n when none does.
    double leastAbove(double p, double n, double alpha) const;
    /// How many cases in all put the whole range on one side of `p` when the share stays x / n; nullopt when
    /// more than `most` do not.
    std::optional<double> casesToTell(double p, double x, double n, double alpha, double most) const;

private:
    double m_a;
    double m_b;
    double m_logBeta;
};

} // namespace renewal::sequential
