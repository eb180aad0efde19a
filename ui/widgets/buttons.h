// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"

#include <QString>

class QPushButton;
class QWidget;

namespace renewal::ui {

enum class ButtonKind
{
    Plain,
    Primary, ///< the one action of a screen
    Danger,
    Link,   ///< looks like a link, works like a button
    Filter, ///< a checkable chip
};

/// A button with its object name ("<purpose>Button") and kind. Its accessible name is its text.
QPushButton *makeButton(const QString &text, const QString &objectName, ButtonKind kind, QWidget *parent);
/// The same for a button made elsewhere.
void dressButton(QPushButton *button, const QString &objectName, ButtonKind kind);
/// A checkable chip of a tone.
QPushButton *makeFilter(const QString &text, const QString &objectName, items::Tone tone, QWidget *parent);

/// Read by the style.
ButtonKind buttonKind(const QWidget *widget);
items::Tone buttonTone(const QWidget *widget);

} // namespace renewal::ui
