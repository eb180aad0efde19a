// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QFont;
class QPalette;

namespace renewal::ui {

struct Theme;

/// Sets style, font and palette of the whole application. Cheap to call again with another theme: only
/// the palette changes then.
void applyTheme(QApplication &app, const Theme &theme);

/// True for palettes whose text and background are as far apart as a high-contrast theme's.
bool isHighContrast(const QPalette &palette);

/// Inter where it is installed, else the platform's font; 13 px at 96 DPI unless the platform asks for more.
QFont consoleFont(const QFont &platformFont);

} // namespace renewal::ui
