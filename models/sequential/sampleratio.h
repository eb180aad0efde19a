// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sequential/numbers.h"

namespace renewal::sequential {

/// ln of the evidence that people do not come into the arms in the shares that were planned:
///   E = [ B(k p + x) / B(k p) ] / PROD p_j^x_j,   B the multivariate beta function
/// (Lindon, Malek, NeurIPS 2022, arXiv:2011.03567). `shares` add to one; a large `concentration` k looks for
/// small departures. Alarm at E >= 1 / alpha, alpha 0.001. Stages with other shares: add the logarithms.
double sampleRatioLogEvidence(const QVector<double> &counts, const QVector<double> &shares,
                              double concentration = 10'000);

} // namespace renewal::sequential
