// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/display.h"

#include <QCoreApplication>

namespace renewal::console {

namespace {

bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

} // namespace

Done prepareDisplay(const ConsoleOptions &options)
{
    if (!options.screenshot.isEmpty()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return ok();
    }
    if (!hasDisplay())
        return failure(
            ErrorCode::Unavailable,
            QCoreApplication::translate(
                "renewal-console",
                "There is no display to show a window on. Start it on a desktop, come in with 'ssh -X', or "
                "get a picture with 'renewal-console --demo --screenshot out.png'."));
    if (options.scale > 1)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
    return ok();
}

} // namespace renewal::console
