// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sequential/numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace renewal::sequential {

double logGamma(double x)
{
    constexpr double enough = 10;
    constexpr double halfLogTwoPi = 0.918938533204672741780329736406;
    // B(2k) / (2k (2k - 1)) for k = 1 to 7
    constexpr double terms[] = {1.0 / 12,   -1.0 / 360,      1.0 / 1'260, -1.0 / 1'680,
                                1.0 / 1188, -691.0 / 360360, 1.0 / 156};
    double shift = 1;
    while (x < enough)
        shift *= x++;
    const double inverse = 1 / x;
    double power = inverse;
    double series = 0;
    for (const double term : terms) {
        series += term * power;
        power *= inverse * inverse;
    }
    return (x - 0.5) * std::log(x) - x + halfLogTwoPi + series - std::log(shift);
}

double logBeta(double a, double b)
{
    return logGamma(a) + logGamma(b) - logGamma(a + b);
}

double logSumExp(const QVector<double> &terms)
{
    double most = -std::numeric_limits<double>::infinity();
    for (const double term : terms)
        most = std::max(most, term);
    if (std::isinf(most))
        return most;
    double sum = 0;
    for (const double term : terms)
        sum += std::exp(term - most);
    return most + std::log(sum);
}

double turningPoint(double low, double high, const std::function<bool(double)> &isAbove)
{
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (isAbove(middle) ? high : low) = middle;
    }
    return (low + high) / 2;
}

} // namespace renewal::sequential
