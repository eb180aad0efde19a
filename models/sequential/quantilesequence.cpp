// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sequential/quantilesequence.h"

#include "models/sequential/proportionsequence.h"

#include <cmath>

namespace renewal::sequential {

double distributionRadius(double n, double alpha)
{
    return 0.85 * std::sqrt((std::log(1 + std::log(n)) + 0.8 * std::log(1'612 / alpha)) / n);
}

QuantileRange quantileRange(const QVector<double> &sorted, double share, double alpha)
{
    const auto n = double(sorted.size());
    QuantileRange range;
    if (sorted.isEmpty())
        return range;
    const ProportionSequence sequence(share);
    const double bound = -std::log(alpha);
    const auto isOpen = [&](double below) { return sequence.logEvidence(share, below, n) < bound; };
    // Fewer than `first` observations below the quantile, and more than `last`, are ruled out.
    const double middle = share * n;
    if (!isOpen(0)) {
        const double first = std::ceil(turningPoint(0, middle, isOpen));
        if (first >= 1)
            range.lower = sorted[qsizetype(first) - 1];
    }
    if (!isOpen(n)) {
        const double last = std::floor(turningPoint(middle, n, [&](double x) { return !isOpen(x); }));
        if (last < n)
            range.upper = sorted[qsizetype(last)];
    }
    return range;
}

QuantileRange quantileBand(const QVector<double> &sorted, double share, double alpha)
{
    const auto n = double(sorted.size());
    QuantileRange range;
    if (sorted.isEmpty())
        return range;
    const double radius = distributionRadius(n, alpha);
    const double low = std::ceil((share - radius) * n);
    const double high = std::ceil((share + radius) * n);
    if (low >= 1)
        range.lower = sorted[qsizetype(low) - 1];
    if (high <= n)
        range.upper = sorted[qsizetype(high) - 1];
    return range;
}

} // namespace renewal::sequential
