// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace renewal::ui {

/// Installs the program's own translation and that of Qt's texts for `locale`. English is a translation
/// too: it holds the plural forms.
void installTranslators(QCoreApplication &app, const QLocale &locale);

} // namespace renewal::ui
