// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>

class QWidget;

namespace renewal::ui {

/// A panel-coloured widget with `inner` in it; margins in pixels of the drawn design.
QWidget *framed(QWidget *inner, const QMargins &margins);

} // namespace renewal::ui
