// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/overlapcircles.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace renewal::ui {

namespace {
using std::numbers::pi;

/// The part of a circle on the far side of the chord at `reach` from its centre.
double segment(double radius, double reach)
{
    const double cosine = std::clamp(reach / radius, -1.0, 1.0);
    return radius * radius * (std::acos(cosine) - cosine * std::sqrt(1 - cosine * cosine));
}
} // namespace

double OverlapCircles::width() const
{
    return std::max(firstRadius, distance + secondRadius) - std::min(-firstRadius, distance - secondRadius);
}

double OverlapCircles::height() const
{
    return 2 * std::max(firstRadius, secondRadius);
}

double commonArea(const OverlapCircles &circles)
{
    const double first = circles.firstRadius;
    const double second = circles.secondRadius;
    const double distance = circles.distance;
    if (distance >= first + second)
        return 0;
    if (distance <= std::abs(first - second))
        return pi * std::pow(std::min(first, second), 2);
    // Where the common chord lies, from the first centre.
    const double chord = (distance * distance + first * first - second * second) / (2 * distance);
    return segment(first, chord) + segment(second, distance - chord);
}

OverlapCircles overlapCircles(double first, double second, double both)
{
    OverlapCircles circles;
    circles.firstRadius = std::sqrt(std::max(first, 0.0) / pi);
    circles.secondRadius = std::sqrt(std::max(second, 0.0) / pi);
    const double wanted = std::clamp(both, 0.0, std::max(std::min(first, second), 0.0));
    // The common area falls as the circles move apart: halve the way until it is right.
    double least = std::abs(circles.firstRadius - circles.secondRadius);
    double most = circles.firstRadius + circles.secondRadius;
    if (wanted <= 0)
        least = most;
    constexpr int halvings = 50;
    for (int i = 0; i < halvings && wanted > 0; ++i) {
        circles.distance = (least + most) / 2;
        (commonArea(circles) > wanted ? least : most) = circles.distance;
    }
    circles.distance = wanted > 0 ? (least + most) / 2 : most;
    return circles;
}

} // namespace renewal::ui
