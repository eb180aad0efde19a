// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/figures.h"

#include <QLocale>

#include <cmath>

namespace renewal::rollout {

namespace {
constexpr int mostDigits = 4;

QString withUnit(const QString &number, const QString &unit)
{
    return unit.isEmpty() ? number : number + u' ' + unit;
}

int side(double value, double limit)
{
    return value < limit ? -1 : value > limit ? 1 : 0;
}
} // namespace

QString countText(double count)
{
    return QLocale().toString(qRound64(count));
}

QString valueText(double value, const QString &unit, double limit)
{
    int digits = std::abs(value) < 0.1 && value != 0 ? 2 : 1;
    while (digits < mostDigits) {
        const double scale = std::pow(10, digits);
        if (side(std::round(value * scale) / scale, limit) == side(value, limit))
            break;
        ++digits;
    }
    return withUnit(QLocale().toString(value, 'f', digits), unit);
}

QString limitText(double limit, const QString &unit)
{
    return withUnit(QLocale().toString(limit, 'g', 6), unit);
}

} // namespace renewal::rollout
