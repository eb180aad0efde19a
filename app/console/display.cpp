// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/display.h"

#include <QCoreApplication>
#include <QLibrary>

namespace renewal::console {

namespace {

/// Asks the X server as Qt would, since Qt itself aborts when there is none. Where the library of X is
/// missing Qt has another way.
bool answersOnX11()
{
    struct Connection;
    using Connect = Connection *(*)(const char *, int *);
    using HasError = int (*)(Connection *);
    using Disconnect = void (*)(Connection *);
    QLibrary xcb(QStringLiteral("xcb"), 1);
    const auto connect = reinterpret_cast<Connect>(xcb.resolve("xcb_connect"));
    const auto hasError = reinterpret_cast<HasError>(xcb.resolve("xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<Disconnect>(xcb.resolve("xcb_disconnect"));
    if (!connect || !hasError || !disconnect)
        return true;
    Connection *connection = connect(nullptr, nullptr);
    const bool answers = hasError(connection) == 0;
    disconnect(connection);
    return answers;
}

/// The window would be drawn by the X server that DISPLAY names.
bool usesX11()
{
#ifdef Q_OS_LINUX
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    return platform.isEmpty() ? qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") : platform.startsWith("xcb");
#else
    return false;
#endif
}

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
    if (usesX11() && !answersOnX11())
        return failure(
            ErrorCode::Unavailable,
            QCoreApplication::translate(
                "renewal-console",
                "The display '%1' does not answer, or does not let you in. Start it on a desktop, come in "
                "with 'ssh -X', or get a picture with 'renewal-console --demo --screenshot out.png'.")
                .arg(qEnvironmentVariable("DISPLAY")));
    if (options.scale > 1)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
    return ok();
}

} // namespace renewal::console
