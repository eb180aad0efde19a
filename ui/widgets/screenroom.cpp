// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/screenroom.h"

#include <QScreen>
#include <QWidget>

namespace renewal::ui {

namespace {
/// Taken by usual title bars and frames: what a window manager adds is known only once a window is shown.
constexpr QSize decoration(8, 32);
} // namespace

QSize roomFor(const QWidget *window)
{
    return window->screen()->availableGeometry().size() - decoration;
}

} // namespace renewal::ui
