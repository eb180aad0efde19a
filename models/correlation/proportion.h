// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/qualityreport.h"

/// 95 % intervals of a share. Counts may be broken: an effective number of cases is one.
namespace renewal::correlation {

/// Wilson's score interval (E. B. Wilson, JASA 22 (1927) 209); close to its promise on the average.
Interval wilsonInterval(double right, double reviewed);
/// The exact interval of Clopper and Pearson (Biometrika 26 (1934) 404); never below its promise.
Interval exactInterval(double right, double reviewed);
/// The regularised incomplete beta function I_x(a, b), by the continued fraction DLMF 8.17.22.
double incompleteBeta(double a, double b, double x);

} // namespace renewal::correlation
