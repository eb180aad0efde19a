// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

#include <cmath>

namespace renewal::correlation {

/// Climbs `values` to where `slopeOf(values)` is level: 300 steps of Adam (Kingma and Ba 2015,
/// arXiv:1412.6980, algorithm 1), the last third of them shorter. `total` scales the slope to one case.
/// `mend(values)` is called after each step to keep bounds. Deterministic.
template <class Values, class Slope, class Mend>
void climb(Values &values, double total, const Slope &slopeOf, const Mend &mend)
{
    constexpr int steps = 300;
    constexpr double firstPace = 0.1;
    constexpr double lastPace = 0.03;
    constexpr double firstMoment = 0.9;
    constexpr double secondMoment = 0.99;
    QVector<double> first(values.size(), 0.0);
    QVector<double> second(values.size(), 0.0);
    for (int step = 1; step <= steps; ++step) {
        const auto slope = slopeOf(values);
        const double pace = step > steps * 2 / 3 ? lastPace : firstPace;
        for (qsizetype i = 0; i < values.size(); ++i) {
            const double by = slope[i] / total;
            first[i] = firstMoment * first[i] + (1 - firstMoment) * by;
            second[i] = secondMoment * second[i] + (1 - secondMoment) * by * by;
            const double mean = first[i] / (1 - std::pow(firstMoment, step));
            const double square = second[i] / (1 - std::pow(secondMoment, step));
            values[i] += pace * mean / (std::sqrt(square) + 1e-6);
        }
        mend(values);
    }
}

} // namespace renewal::correlation
