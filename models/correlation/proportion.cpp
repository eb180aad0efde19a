// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/proportion.h"

#include <algorithm>
#include <cmath>

namespace renewal::correlation {

namespace {
constexpr double normalQuantile = 1.959963984540054; ///< of 97.5 %
constexpr double tail = 0.025;

/// The fraction by Lentz's method; converges fast for x < (a + 1) / (a + b + 2).
double fraction(double a, double b, double x)
{
    constexpr double tiny = 1e-300;
    constexpr double exact = 1e-15;
    constexpr int most = 1000;
    const auto safe = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1;
    double d = 1 / safe(1 - (a + b) * x / (a + 1));
    double value = d;
    const auto step = [&](double coefficient) {
        d = 1 / safe(1 + coefficient * d);
        c = safe(1 + coefficient / c);
        value *= c * d;
        return std::abs(c * d - 1);
    };
    for (int m = 1; m <= most; ++m) {
        step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
        if (step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))) < exact)
            break;
    }
    return value;
}

/// x with I_x(a, b) = share, by halving.
double betaQuantile(double a, double b, double share)
{
    double low = 0;
    double high = 1;
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (incompleteBeta(a, b, middle) < share ? low : high) = middle;
    }
    return (low + high) / 2;
}
} // namespace

double incompleteBeta(double a, double b, double x)
{
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    if (x > (a + 1) / (a + b + 2))
        return 1 - incompleteBeta(b, a, 1 - x);
    const double front =
        std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x);
    return std::exp(front) / a * fraction(a, b, x);
}

Interval wilsonInterval(double right, double reviewed)
{
    if (reviewed <= 0)
        return {};
    const double share = right / reviewed;
    const double z2 = normalQuantile * normalQuantile;
    const double middle = (share + z2 / (2 * reviewed)) / (1 + z2 / reviewed);
    const double half = normalQuantile / (1 + z2 / reviewed) *
                        std::sqrt(share * (1 - share) / reviewed + z2 / (4 * reviewed * reviewed));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

Interval exactInterval(double right, double reviewed)
{
    if (reviewed <= 0)
        return {};
    const double wrong = reviewed - right;
    return {right <= 0 ? 0 : betaQuantile(right, wrong + 1, tail),
            wrong <= 0 ? 1 : betaQuantile(right + 1, wrong, 1 - tail)};
}

} // namespace renewal::correlation
