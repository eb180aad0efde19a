// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/themechoice.h"

#include "ui/widgets/themesetup.h"

namespace renewal::ui {

Theme themeFor(ThemeChoice choice, const QPalette &system)
{
    const bool systemIsDark = system.color(QPalette::Active, QPalette::Window).lightness() < 128;
    switch (choice) {
    case ThemeChoice::System:
        if (isHighContrast(system))
            return Theme::derived(system);
        return systemIsDark ? Theme::night() : Theme::light();
    case ThemeChoice::Light:
        return Theme::light();
    case ThemeChoice::Dark:
        return Theme::night();
    case ThemeChoice::Contrast:
        return Theme::highContrast(systemIsDark);
    }
    return Theme::light();
}

} // namespace renewal::ui
