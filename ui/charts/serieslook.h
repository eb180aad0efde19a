// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPen>

namespace renewal::ui {

struct Theme;

/// How the line of the series at a place looks, in the chart and in the legend: by colour, and where a theme
/// has few colours by dashes, too.
QPen seriesPen(qsizetype series, const Theme &theme);

} // namespace renewal::ui
