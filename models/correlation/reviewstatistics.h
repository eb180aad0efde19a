// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/qualityreport.h"

#include <QVector>

/// What a blind review says about all links. The sample is stratified by probability, so each case stands for
/// as many as its stratum has for each reviewed one (Horvitz and Thompson, JASA 47 (1952) 663).
namespace renewal::correlation {

/// One case with its verdict.
struct ReviewedCase
{
    double weight = 1; ///< how many cases of its stratum it stands for
    double probability = 0;
    bool right = false; ///< the most probable candidate is the care team
    bool automatic = true;
};

/// The weighted share with its 95 % interval. The interval is the exact one for the effective number of cases
/// (Korn and Graubard, Survey Methodology 24 (1998) 193), which is never more than the weights allow (Kish):
/// a stratum without an error says little about rare ones, however large it is.
EstimatedShare estimatedShare(const QVector<ReviewedCase> &cases);

/// The bounds between which probabilities are told apart, for strata and for calibration.
const QVector<double> &probabilityBounds();

struct Calibration
{
    QVector<CalibrationBin> bins; ///< those with cases, in ascending order
    double error = 0;             ///< ECE
    double brier = 0;
};
Calibration calibrationOf(const QVector<ReviewedCase> &cases,
                          const QVector<double> &bounds = probabilityBounds());

/// What would hold with this threshold; `withTeam` is how many prescribers have a team. Give only cases that
/// nothing but the threshold decides about: all count from their probability on.
ThresholdPoint atThreshold(const QVector<ReviewedCase> &cases, double threshold, double withTeam);
/// The same for thresholds from 0.8 to 0.999.
QVector<ThresholdPoint> thresholdCurve(const QVector<ReviewedCase> &cases, double withTeam);

} // namespace renewal::correlation
