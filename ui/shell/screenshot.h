// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QSize>
#include <QString>

#include <functional>

namespace renewal::ui {

class MainWindow;

struct ScreenshotRequest
{
    QString file;           ///< PNG
    QSize size{1440, 900};  ///< logical pixels
    double scale = 1;       ///< 2 gives a picture of twice the pixels, as on a 2x display
    bool unsettled = false; ///< as it is now: the window may still wait for data
    int timeout = 20000;    ///< milliseconds to wait for the data
};

/// Shows `window`, waits until it is settled and one round of painting is over, writes the picture and calls
/// `done` once, from the event loop. Works with QT_QPA_PLATFORM=offscreen. Errors: InvalidInput (cannot
/// write), Timeout. `window` must stay alive until then.
void takeScreenshot(MainWindow *window, const ScreenshotRequest &request, std::function<void(Done)> done);

} // namespace renewal::ui
