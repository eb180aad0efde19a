// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/serieslook.h"

#include "ui/widgets/theme.h"

namespace renewal::ui {

QPen seriesPen(qsizetype series, const Theme &theme)
{
    const QColor colours[] = {theme.accent, theme.seriesSecond, theme.good, theme.caution};
    constexpr qsizetype count = 4;
    QPen pen(colours[series % count], series == 0 ? 1.8 : 1.5);
    pen.setJoinStyle(Qt::RoundJoin);
    // A high-contrast theme has hardly any colours of its own, or all of them as dark as the first.
    const bool isStrong = theme.focusWidth > Theme::light().focusWidth;
    const bool fewColours = theme.good == theme.bad || isStrong;
    if (series >= count || (fewColours && series > 0))
        pen.setStyle(series % 2 == 1 ? Qt::DashLine : Qt::DotLine);
    return pen;
}

} // namespace renewal::ui
