// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"

#include <QColor>
#include <QPalette>

namespace renewal::ui {

/// Named colours by purpose. The palette of the application carries the theme: painting code asks
/// Theme::of(palette), so a change of palette is all that a change of theme takes.
struct Theme
{
    bool dark = false;
    QColor surface; ///< behind panels
    QColor panel;   ///< lists, cards, bars
    QColor line;    ///< hairlines and borders
    QColor text;
    QColor textQuiet; ///< labels, second lines; at least 4.5:1 on panel, surface, stripe and selection
    QColor textFaint; ///< small headings; at least 4.5:1 on panel
    QColor accent;    ///< the primary action, links, bars
    QColor accentFill;
    QColor onAccent;
    QColor nav;
    QColor navText;
    QColor navStrong;
    QColor good;
    QColor goodFill;
    QColor caution;
    QColor cautionFill;
    QColor bad;
    QColor badFill;
    QColor selection;
    QColor stripe; ///< headers and group rows
    QColor track;  ///< empty part of a bar, stage bands
    QColor alarm;  ///< badge in the navigation, white text on it
    QColor seriesSecond;
    double focusWidth = 2; ///< of the ring that shows where the keyboard is

    struct Pair
    {
        QColor ink;
        QColor fill;
    };
    Pair tone(items::Tone tone) const;

    QPalette palette() const;

    static const Theme &light();
    static const Theme &night();
    /// Light or night with every text at least 7:1 on what it stands on, strong lines and a thick focus ring.
    static const Theme &highContrast(bool dark);
    /// From the system's colours alone: for high-contrast palettes.
    static Theme derived(const QPalette &palette);
    /// The theme that a palette carries.
    static Theme of(const QPalette &palette);
};

/// WCAG contrast ratio, 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace renewal::ui
