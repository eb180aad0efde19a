// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

class QColor;
class QPainter;
class QStyleOption;

namespace renewal::ui {

struct Theme;

/// How the parts of fields look that a style paints: all of them with the same border, corner and focus ring.
inline constexpr double fieldRadius = 5;

/// The ground and border of a field; one that stands out leaves things out of a list.
void paintField(const QStyleOption *option, QPainter *painter, const Theme &theme, bool standsOut = false);
void paintCheckBox(const QStyleOption *option, QPainter *painter, const Theme &theme);
/// The small arrow of a box that opens, or of one step of a number.
enum class Chevron
{
    Down,
    Up
};
void paintChevron(QPainter *painter, const QRectF &area, const QColor &color,
                  Chevron direction = Chevron::Down);

} // namespace renewal::ui
