// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

#include <functional>

/// Evidence and bounds that hold at every look together: "always valid". Evidence is a number E that is
/// non-negative, begins at 1 and does not grow on the average while the null hypothesis holds; then it ever
/// reaches 1 / alpha with a chance of at most alpha (Ville). It is kept as its natural logarithm.
namespace renewal::sequential {

/// Both ends of a range that holds the true value at all times with a chance of 1 - alpha.
struct Range
{
    double lower = 0;
    double upper = 0;

    bool operator==(const Range &) const = default;
};

/// ln Gamma(x) for x > 0 by Stirling's series (DLMF 5.11.1) after a shift; unlike std::lgamma it writes no
/// global, so that threads may use it.
double logGamma(double x);
/// ln B(a, b)
double logBeta(double a, double b);
/// ln(sum of exp(terms)), without overflow; minus infinity for no terms.
double logSumExp(const QVector<double> &terms);
/// Where `isAbove` turns true between `low` (false there) and `high` (true), by halving.
double turningPoint(double low, double high, const std::function<bool(double)> &isAbove);

} // namespace renewal::sequential
