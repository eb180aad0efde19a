// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/preferences.h"
#include "ui/widgets/theme.h"

namespace renewal::ui {

/// The colours of a choice on a desktop with the palette `system`.
Theme themeFor(ThemeChoice choice, const QPalette &system);

} // namespace renewal::ui
