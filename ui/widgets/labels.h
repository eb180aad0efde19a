// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/typography.h"

#include <QString>

class QLabel;
class QWidget;

namespace renewal::ui {

/// A label with a role; wraps. Its text is plain: never rich text, since data goes into it.
QLabel *makeLabel(const QString &text, const QString &objectName, FontRole role, QWidget *parent);
/// The same in the quiet colour.
QLabel *makeQuietLabel(const QString &text, const QString &objectName, FontRole role, QWidget *parent);

} // namespace renewal::ui
