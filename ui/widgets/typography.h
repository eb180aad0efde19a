// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFont;
class QLabel;
class QPainter;
class QWidget;

namespace renewal::ui {

/// The sizes and weights in use; all relative to the application's font.
enum class FontRole
{
    Title,   ///< of a workspace
    Heading, ///< of a pane
    Card,    ///< of a card
    Strong,  ///< emphasised body
    Body,
    Small, ///< status line, second thoughts
    Tiny,  ///< headings of lists, badges, chips
};

QFont roleFont(FontRole role);
QFont roleFont(FontRole role, const QFont &base);

/// A length of the drawn design (13 px text) in pixels of `widget`, so that everything grows with the font.
int scaled(const QWidget *widget, double designPixels);

} // namespace renewal::ui
