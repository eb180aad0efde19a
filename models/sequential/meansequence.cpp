// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sequential/meansequence.h"

#include <cmath>
#include <limits>

namespace renewal::sequential {

namespace {
double radius(double se, double n, double rho, double logTerm)
{
    const double spread = n * rho * rho + 1;
    return se * std::sqrt(n) * std::sqrt(2 * spread / (n * rho * n * rho) * logTerm);
}

double twoSidedRadius(double se, double n, double rho, double alpha)
{
    return radius(se, n, rho, std::log(std::sqrt(n * rho * rho + 1) / alpha));
}
} // namespace

double mixtureScale(double alpha, double planned)
{
    const double twice = -2 * std::log(alpha);
    return std::sqrt((twice + std::log(twice + 1)) / planned);
}

Range meanRange(double d, double se, double n, double alpha, double planned)
{
    const double half = twoSidedRadius(se, n, mixtureScale(alpha, planned), alpha);
    return {d - half, d + half};
}

double meanLogEvidence(double d, double se, double n, double alpha, double planned)
{
    const double rho = mixtureScale(alpha, planned);
    const double spread = n * rho * rho + 1;
    const double sum = d * d * n / (se * se);
    return rho * rho * sum / (2 * spread) - std::log(spread) / 2;
}

double meanLowerBound(double d, double se, double n, double alpha, double planned)
{
    const double rho = mixtureScale(2 * alpha, planned);
    return d - radius(se, n, rho, std::log1p(std::sqrt(n * rho * rho + 1) / (2 * alpha)));
}

double observationsToTell(double d, double se, double n, double alpha, double planned)
{
    const double rho = mixtureScale(alpha, planned);
    const double deviation = se * std::sqrt(n); // of one observation
    const auto tells = [&](double all) {
        return twoSidedRadius(deviation / std::sqrt(all), all, rho, alpha) < std::abs(d);
    };
    constexpr double most = 1e12;
    if (!tells(most))
        return std::numeric_limits<double>::infinity();
    return tells(n) ? n : std::ceil(turningPoint(n, most, tells));
}

double mixtureRatioLogEvidence(double d, double se, double mixingVariance)
{
    const double v = se * se;
    const double both = v + mixingVariance;
    return std::log(v / both) / 2 + mixingVariance * d * d / (2 * v * both);
}

Range mixtureRatioRange(double d, double se, double mixingVariance, double alpha)
{
    const double v = se * se;
    const double both = v + mixingVariance;
    const double half = std::sqrt(v * both / mixingVariance * (-2 * std::log(alpha) + std::log(both / v)));
    return {d - half, d + half};
}

} // namespace renewal::sequential
