// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sequential/severaltests.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace renewal::sequential {

QVector<double> sharedAlpha(double total, const QVector<double> &weights, int stages)
{
    const double sum = std::accumulate(weights.cbegin(), weights.cend(), 0.0);
    QVector<double> alphas;
    for (const double weight : weights)
        alphas.append(sum > 0 ? total * weight / sum / std::max(1, stages) : 0.0);
    return alphas;
}

QVector<qsizetype> standOut(const QVector<double> &logEvidence, double alpha)
{
    QVector<qsizetype> order(logEvidence.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order,
                             [&](qsizetype a, qsizetype b) { return logEvidence[a] > logEvidence[b]; });
    qsizetype standing = 0;
    for (qsizetype k = 1; k <= order.size(); ++k) {
        if (logEvidence[order[k - 1]] >= std::log(double(order.size()) / (double(k) * alpha)))
            standing = k;
    }
    order.resize(standing);
    return order;
}

} // namespace renewal::sequential
