// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/themesetup.h"

#include "ui/widgets/consolestyle.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QToolTip>
#include <QWidget>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double basePointSize = 9.75;
constexpr double highContrast = 20.0;
} // namespace

QFont consoleFont(const QFont &platformFont)
{
    QFont font = platformFont;
    if (QFontDatabase::families().contains(u"Inter"_s))
        font.setFamilies({u"Inter"_s});
    // Platforms answer 9 to 11 points by default; above that somebody asked for larger text.
    const double asked = platformFont.pointSizeF();
    font.setPointSizeF(asked > 11.5 ? asked : basePointSize);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

bool isHighContrast(const QPalette &palette)
{
    return contrast(palette.color(QPalette::Active, QPalette::Text),
                    palette.color(QPalette::Active, QPalette::Base)) >= highContrast;
}

void applyTheme(QApplication &app, const Theme &theme)
{
    if (app.style()->objectName() != ConsoleStyle::name()) {
        app.setStyle(new ConsoleStyle);
        QApplication::setFont(consoleFont(QApplication::font()));
    }
    QApplication::setPalette(theme.palette());
    QToolTip::setPalette(theme.palette());
    // Qt tells the widgets only while the event loop runs; a theme may be chosen before.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent change(QEvent::ApplicationPaletteChange);
        QCoreApplication::sendEvent(widget, &change);
    }
}

} // namespace renewal::ui
