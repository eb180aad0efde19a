// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sequential/proportionsequence.h"

#include <algorithm>
#include <cmath>

namespace renewal::sequential {

namespace {
/// x ln(p), and 0 for none of what cannot be.
double weighted(double x, double p)
{
    return x > 0 ? x * std::log(p) : 0.0;
}
} // namespace

ProportionSequence::ProportionSequence(double expected, double cases)
    : m_a(cases)
    , m_b(0)
    , m_logBeta(0)
{
    constexpr double least = 1e-6;
    const double mean = std::clamp(expected, least, 1 - least);
    // As many of the rarer kind, so that shares near one are treated as those near zero.
    if (mean <= 0.5) {
        m_b = cases * (1 - mean) / mean;
    } else {
        m_b = cases;
        m_a = cases * mean / (1 - mean);
    }
    m_logBeta = logBeta(m_a, m_b);
}

double ProportionSequence::logEvidence(double p, double x, double n) const
{
    return logBeta(m_a + x, m_b + n - x) - m_logBeta - weighted(x, p) - weighted(n - x, 1 - p);
}

Range ProportionSequence::range(double x, double n, double alpha) const
{
    if (n <= 0)
        return {0, 1};
    // The mixture does not depend on p: it is computed once, not at each step of the search.
    const double mixture = logBeta(m_a + x, m_b + n - x) - m_logBeta;
    const double bound = -std::log(alpha);
    const auto isOpen = [&](double p) { return mixture - weighted(x, p) - weighted(n - x, 1 - p) < bound; };
    const double seen = x / n;
    Range range{0, 1};
    if (x > 0)
        range.lower = turningPoint(0, seen, isOpen);
    if (x < n)
        range.upper = turningPoint(seen, 1, [&](double p) { return !isOpen(p); });
    return range;
}

double ProportionSequence::leastAbove(double p, double n, double alpha) const
{
    const double bound = -std::log(alpha);
    if (logEvidence(p, n, n) < bound)
        return n + 1;
    return std::ceil(turningPoint(p * n, n, [&](double x) { return logEvidence(p, x, n) >= bound; }));
}

std::optional<double> ProportionSequence::casesToTell(double p, double x, double n, double alpha,
                                                      double most) const
{
    if (n <= 0 || most <= n)
        return std::nullopt;
    const double seen = x / n;
    const double bound = -std::log(alpha);
    const auto tells = [&](double cases) { return logEvidence(p, seen * cases, cases) >= bound; };
    if (!tells(most))
        return std::nullopt;
    return std::ceil(turningPoint(n, most, tells));
}

} // namespace renewal::sequential
