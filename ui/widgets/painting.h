// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"

#include <QRectF>
#include <QSize>
#include <QString>

class QFont;
class QPainter;

namespace renewal::ui {

struct Theme;

/// A rounded pill with a word: what a chip looks like in a cell and as a widget.
QSize chipSize(const QString &text, const QFont &base);
/// Left aligned and vertically centred in `cell`; the text is elided to fit.
void paintChip(QPainter *painter, const QRectF &cell, const QString &text, items::Tone tone,
               const QFont &base, const Theme &theme);
/// A bar filled from the left; `share` is 0 to 1.
void paintBar(QPainter *painter, const QRectF &bar, double share, const Theme &theme);
/// The ring that shows where the keyboard is.
void paintFocusRing(QPainter *painter, const QRectF &rect, double radius, const Theme &theme);

} // namespace renewal::ui
