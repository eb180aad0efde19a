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

/// The size of all text, in per cent of the usual. After applyTheme(), and before the widgets are made: their
/// sizes come from the font.
void applyTextSize(QApplication &app, int percent);

/// True for palettes of a high-contrast desktop: text, buttons and the selection far apart from one ground.
bool isHighContrast(const QPalette &palette);

/// Inter where it is installed, else the platform's font; 13 px at 96 DPI unless the platform asks for more.
QFont consoleFont(const QFont &platformFont);

} // namespace renewal::ui
