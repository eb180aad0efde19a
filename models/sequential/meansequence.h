// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sequential/numbers.h"

/// A mean, or a difference of means, that is watched. `d` is the estimate, `se` its standard error and `n`
/// how many observations it rests on. All of it is asymptotic: it needs enough observations for a mean to be
/// nearly normal.
namespace renewal::sequential {

/// The scale of the mixture that is narrowest at `planned` observations, from alpha alone:
///   rho = sqrt( ( -2 ln alpha + ln( -2 ln alpha + 1 ) ) / planned )
/// (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, arXiv:2103.06476, eq. 161; GrowthBook's safe rollouts)
double mixtureScale(double alpha, double planned);

/// GrowthBook's two-sided sequence (eq. 9 there):
///   d +- se sqrt(n) sqrt( 2 (n rho^2 + 1) / (n rho)^2 ln( sqrt(n rho^2 + 1) / alpha ) )
Range meanRange(double d, double se, double n, double alpha, double planned);
/// ln E against no difference: rho^2 S / (2 (n rho^2 + 1)) - ln sqrt(n rho^2 + 1), S = d^2 n / se^2.
double meanLogEvidence(double d, double se, double n, double alpha, double planned);
/// GrowthBook's one-sided lower bound (eq. 134), with rho of 2 alpha; alpha below a half:
///   d - se sqrt(n) sqrt( 2 (n rho^2 + 1) / (n rho)^2 ln( 1 + sqrt(n rho^2 + 1) / (2 alpha) ) )
double meanLowerBound(double d, double se, double n, double alpha, double planned);
/// How many observations in all make the range narrower than |d| when `se` shrinks as it should; infinite for
/// no difference.
double observationsToTell(double d, double se, double n, double alpha, double planned);

/// The mixture sequential probability ratio test (Robbins 1970; Johari, Pekelis, Walsh, arXiv:1512.04922);
/// V = se^2, mixing variance tau^2:
///   ln Lambda = ln sqrt( V / (V + tau^2) ) + tau^2 d^2 / ( 2 V (V + tau^2) )
/// With tau^2 = rho^2 se^2 n it is meanLogEvidence().
double mixtureRatioLogEvidence(double d, double se, double mixingVariance);
///   d +- sqrt( V (V + tau^2) / tau^2 ( 2 ln(1 / alpha) + ln( (V + tau^2) / V ) ) )
Range mixtureRatioRange(double d, double se, double mixingVariance, double alpha);

} // namespace renewal::sequential
