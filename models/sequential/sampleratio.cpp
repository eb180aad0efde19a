// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sequential/sampleratio.h"

#include <algorithm>
#include <cmath>

namespace renewal::sequential {

double sampleRatioLogEvidence(const QVector<double> &counts, const QVector<double> &shares,
                              double concentration)
{
    double log = 0;
    double all = 0;
    const qsizetype arms = std::min(counts.size(), shares.size());
    for (qsizetype arm = 0; arm < arms; ++arm) {
        const double prior = concentration * shares[arm];
        log += logGamma(prior + counts[arm]) - logGamma(prior) - counts[arm] * std::log(shares[arm]);
        all += counts[arm];
    }
    return log + logGamma(concentration) - logGamma(concentration + all);
}

} // namespace renewal::sequential
