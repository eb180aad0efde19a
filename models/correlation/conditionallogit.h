// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/learnweights.h"

namespace renewal::correlation {

/// Maximum a posteriori weights of a conditional logit: each anchor chooses among all teams of its station
/// and "none". A normal prior holds weights near zero; weights of ascending fields never fall. Names and what
/// tells anchors without a team apart (specialty, site) are held out. Curves stay empty.
Weights fitConditionalLogit(const QVector<LearningStation> &stations, const QVector<Anchor> &anchors);

/// The probability of the anchor's own choice by the logit alone.
double logitProbability(const StationEvidence &evidence, const Anchor &anchor, const Weights &weights);

/// The nearest values that never fall (pool adjacent violators).
void makeRising(double *values, qsizetype count);

} // namespace renewal::correlation
