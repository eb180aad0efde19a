// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace renewal::ui {

/// Two circles side by side whose areas are two counts and whose common area is what both have; all in the
/// same unit, the first one's centre at 0.
struct OverlapCircles
{
    double firstRadius = 0;
    double secondRadius = 0;
    double distance = 0; ///< of the centres

    double width() const;
    double height() const;
};

/// Counts below zero are zero; `both` is at most the smaller count.
OverlapCircles overlapCircles(double first, double second, double both);

/// The area that two circles have in common.
double commonArea(const OverlapCircles &circles);

} // namespace renewal::ui
