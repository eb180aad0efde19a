// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sequential/numbers.h"

namespace renewal::sequential {

/// What each test may spend of `total`, in proportion to its weight (more for what does more harm), when it
/// is done anew in each of `stages`. The sum over tests and stages is `total`, so that the chance of any
/// false alarm in all of them is at most that (Bonferroni).
QVector<double> sharedAlpha(double total, const QVector<double> &weights, int stages);

/// Which of several pieces of evidence (logarithms) stand when at most the share `alpha` of those named may
/// be false on the average: the k greatest, where the k-th is at least m / (k alpha). It holds however they
/// depend on each other (Wang, Ramdas, JRSS-B 84 (2022) 822: e-BH). Indexes, the strongest first.
QVector<qsizetype> standOut(const QVector<double> &logEvidence, double alpha);

} // namespace renewal::sequential
