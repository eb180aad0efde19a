// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace renewal::ui {

/// Tells assistive technology that something happened, without moving the focus. Sets the accessible name
/// of `widget` (a status label), which screen readers then read out.
void announce(QWidget *widget, const QString &text);

} // namespace renewal::ui
