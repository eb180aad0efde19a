// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/drugtext.h"

#include <QFontMetrics>
#include <QRegularExpression>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr QChar dots = u'\u2026';
} // namespace

QString elidedDrug(const QString &drug, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(drug) <= width)
        return drug;
    static const QRegularExpression pattern(u"^(?<name>\\D+?) (?<strength>[\\d.,]*\\d\\S*)"_s);
    const QRegularExpressionMatch found = pattern.match(drug);
    if (!found.hasMatch())
        return metrics.elidedText(drug, Qt::ElideRight, width);
    const QString withoutForm = found.captured() + dots;
    if (metrics.horizontalAdvance(withoutForm) <= width)
        return withoutForm;
    const QString strength = u' ' + found.captured(u"strength"_s);
    const QString name = found.captured(u"name"_s);
    const int roomForName = width - metrics.horizontalAdvance(strength);
    if (roomForName < metrics.horizontalAdvance(name.left(3) + dots))
        return metrics.elidedText(drug, Qt::ElideRight, width);
    return metrics.elidedText(name, Qt::ElideRight, roomForName) + strength;
}

} // namespace renewal::ui
