// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sequential/eventsplit.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace renewal::sequential {

namespace {
/// Times theta0; equal weights. Chosen for harms from a half more to eight times as many.
constexpr double grid[] = {1.5, 2, 2.5, 3, 4, 5, 6.5, 8};
constexpr double widest = 1e6;

/// ln q(theta, s) and ln(1 - q(theta, s))
double stepLog(double theta, double first, double second, double share)
{
    const double all = std::log(theta * share + 1 - share);
    return first * (std::log(theta * share) - all) + second * (std::log(1 - share) - all);
}
} // namespace

EventSplit::EventSplit(double tolerated)
    : m_tolerated(tolerated)
    , m_above(std::size(grid), 0.0)
{
}

void EventSplit::add(double first, double second, double share)
{
    if (share <= 0 || share >= 1 || first + second <= 0)
        return;
    m_steps.append({first, second, share});
    m_null += stepLog(m_tolerated, first, second, share);
    for (qsizetype g = 0; g < m_above.size(); ++g)
        m_above[g] += stepLog(m_tolerated * grid[g], first, second, share);
}

double EventSplit::logEvidence() const
{
    return logSumExp(m_above) - std::log(double(m_above.size())) - m_null;
}

double EventSplit::logLikelihood(double theta) const
{
    double sum = 0;
    for (const Step &step : m_steps)
        sum += stepLog(theta, step.first, step.second, step.share);
    return sum;
}

/// Where the slope of the likelihood in ln theta, SUM first - (first + second) q, turns negative.
double EventSplit::bestRatio() const
{
    const auto falls = [this](double logTheta) {
        const double theta = std::exp(logTheta);
        double slope = 0;
        for (const Step &step : m_steps) {
            const double q = theta * step.share / (theta * step.share + 1 - step.share);
            slope += step.first - (step.first + step.second) * q;
        }
        return slope < 0;
    };
    return std::exp(turningPoint(-std::log(widest), std::log(widest), falls));
}

std::optional<double> EventSplit::ratio() const
{
    if (m_steps.isEmpty())
        return std::nullopt;
    const auto isClean = [](const Step &step) { return step.second <= 0; };
    if (std::all_of(m_steps.cbegin(), m_steps.cend(), isClean))
        return std::numeric_limits<double>::infinity();
    return bestRatio();
}

Range EventSplit::range(double alpha) const
{
    Range range{0, std::numeric_limits<double>::infinity()};
    if (m_steps.isEmpty())
        return range;
    QVector<double> mixture{logLikelihood(1)};
    for (const double step : grid)
        mixture << logLikelihood(step) << logLikelihood(1 / step);
    // Fixed weights over fixed ratios: the same mixture stands against each theta0.
    const double bound = logSumExp(mixture) - std::log(double(mixture.size())) + std::log(alpha);
    const auto isOpen = [&](double logTheta) { return logLikelihood(std::exp(logTheta)) > bound; };
    const double best = std::log(bestRatio());
    const double end = std::log(widest);
    if (!isOpen(-end))
        range.lower = std::exp(turningPoint(-end, best, isOpen));
    if (!isOpen(end))
        range.upper = std::exp(turningPoint(best, end, [&](double theta) { return !isOpen(theta); }));
    return range;
}

} // namespace renewal::sequential
