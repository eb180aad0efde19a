// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/reviewstatistics.h"

#include "models/correlation/proportion.h"

#include <algorithm>
#include <cmath>

namespace renewal::correlation {

namespace {
struct Sums
{
    double weight = 0;
    double right = 0;
    double squared = 0; ///< of the weights
};

Sums sumsOf(const QVector<ReviewedCase> &cases)
{
    Sums sums;
    for (const ReviewedCase &one : cases) {
        sums.weight += one.weight;
        sums.right += one.right ? one.weight : 0;
        sums.squared += one.weight * one.weight;
    }
    return sums;
}

/// As many simple random cases would be as certain.
double effectiveNumber(const QVector<ReviewedCase> &cases, const Sums &sums, double share)
{
    const double kish = sums.weight * sums.weight / sums.squared;
    double variance = 0;
    for (const ReviewedCase &one : cases) {
        const double off = one.weight * ((one.right ? 1 : 0) - share);
        variance += off * off;
    }
    variance /= sums.weight * sums.weight;
    return variance > 0 ? std::min(kish, share * (1 - share) / variance) : kish;
}
} // namespace

const QVector<double> &probabilityBounds()
{
    static const QVector<double> bounds{0, 0.5, 0.8, 0.9, 0.95, 0.985, 0.99, 0.995, 0.999, 1};
    return bounds;
}

EstimatedShare estimatedShare(const QVector<ReviewedCase> &cases)
{
    EstimatedShare share;
    share.reviewed = cases.size();
    share.right = std::ranges::count_if(cases, &ReviewedCase::right);
    const Sums sums = sumsOf(cases);
    if (sums.weight <= 0)
        return share;
    share.estimate = sums.right / sums.weight;
    const double effective = effectiveNumber(cases, sums, share.estimate);
    share.interval = exactInterval(share.estimate * effective, effective);
    return share;
}

Calibration calibrationOf(const QVector<ReviewedCase> &cases, const QVector<double> &bounds)
{
    Calibration calibration;
    const double all = sumsOf(cases).weight;
    for (qsizetype i = 0; i + 1 < bounds.size(); ++i) {
        const bool isLast = i + 2 == bounds.size();
        QVector<ReviewedCase> part;
        std::ranges::copy_if(cases, std::back_inserter(part), [&](const ReviewedCase &one) {
            return one.probability >= bounds.at(i) && (isLast || one.probability < bounds.at(i + 1));
        });
        const double weight = sumsOf(part).weight;
        if (weight <= 0)
            continue;
        CalibrationBin bin{bounds.at(i), bounds.at(i + 1), 0, estimatedShare(part)};
        for (const ReviewedCase &one : part) {
            const double off = one.probability - (one.right ? 1 : 0);
            bin.predicted += one.weight * one.probability / weight;
            calibration.brier += one.weight * off * off / all;
        }
        calibration.error += weight / all * std::abs(bin.predicted - bin.found.estimate);
        calibration.bins.append(bin);
    }
    return calibration;
}

ThresholdPoint atThreshold(const QVector<ReviewedCase> &cases, double threshold, double withTeam)
{
    QVector<ReviewedCase> linked;
    std::ranges::copy_if(cases, std::back_inserter(linked),
                         [&](const ReviewedCase &one) { return one.probability >= threshold; });
    ThresholdPoint point{threshold, estimatedShare(linked), 0};
    if (withTeam > 0)
        point.coverage = std::min(1.0, sumsOf(linked).right / withTeam);
    return point;
}

QVector<ThresholdPoint> thresholdCurve(const QVector<ReviewedCase> &cases, double withTeam)
{
    QVector<ThresholdPoint> curve;
    if (cases.isEmpty())
        return curve;
    for (const double threshold : {0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.975, 0.98, 0.985, 0.99,
                                   0.9925, 0.995, 0.9975, 0.999})
        curve.append(atThreshold(cases, threshold, withTeam));
    return curve;
}

} // namespace renewal::correlation
