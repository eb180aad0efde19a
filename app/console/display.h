// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/consoleoptions.h"

namespace renewal::console {

/// Decides, before there is a QApplication, on what the window is drawn: pictures need no display, a window
/// does. Sets QT_QPA_PLATFORM and QT_SCALE_FACTOR where the options ask for it.
/// Unavailable, with what to do, when there is no display: Qt itself would abort.
Done prepareDisplay(const ConsoleOptions &options);

} // namespace renewal::console
