// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace renewal::ui {

/// How large a window on the widget's screen may be, in its pixels: without panels, title bar and frame.
QSize roomFor(const QWidget *window);

} // namespace renewal::ui
