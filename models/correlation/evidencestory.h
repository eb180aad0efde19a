// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/correlation.h"

#include <QVector>

namespace renewal::correlation {

/// One step on the way from the starting odds to the result.
struct EvidenceStep
{
    QString text;
    double bits = 0;
    double after = 0; ///< where the odds stand after it, in bits

    bool operator==(const EvidenceStep &) const = default;
};

/// Why a candidate is as probable as it is. The steps add up to the result: what the stored pieces of
/// evidence leave open (where the odds start, and that only one candidate can be right) is told as steps of
/// its own.
struct EvidenceStory
{
    QVector<EvidenceStep> steps;
    double resultBits = 0; ///< binary logarithm of the odds
    double probability = 0;

    bool operator==(const EvidenceStory &) const = default;
};

/// Empty when there is no such candidate, or nothing is known about it.
EvidenceStory evidenceStory(const CandidateSet &set, qsizetype candidate);

/// The probability that odds of so many bits mean.
double probabilityOfBits(double bits);

} // namespace renewal::correlation
