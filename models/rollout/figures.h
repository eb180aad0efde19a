// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renewal::rollout {

/// "8,134": a count for people.
QString countText(double count);
/// "0.4 %", "2.2 s", "3.9": a value for people, with as many digits as it needs to stand on its own side of
/// `limit`. 94.96 % is not "95.0 %" when 95 % is asked for.
QString valueText(double value, const QString &unit, double limit);
/// "1 %", "0.1 %", "3 s"
QString limitText(double limit, const QString &unit);

} // namespace renewal::rollout
