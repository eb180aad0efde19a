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
constexpr char platformFont[] = "platformFont"; ///< property of the application
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
    const auto ratio = [&palette](QPalette::ColorRole a, QPalette::ColorRole b) {
        return contrast(palette.color(QPalette::Active, a), palette.color(QPalette::Active, b));
    };
    // Black on white alone is what any plain desktop has. Those made for contrast have one ground for all,
    // and a selection that stands off as well.
    constexpr double ofText = 10;
    constexpr double ofSelection = 7;
    constexpr double sameGround = 1.1;
    return ratio(QPalette::Text, QPalette::Base) >= ofText &&
           ratio(QPalette::WindowText, QPalette::Window) >= ofText &&
           ratio(QPalette::ButtonText, QPalette::Button) >= ofText &&
           ratio(QPalette::HighlightedText, QPalette::Highlight) >= ofSelection &&
           ratio(QPalette::Window, QPalette::Base) <= sameGround;
}

void applyTheme(QApplication &app, const Theme &theme)
{
    if (app.style()->objectName() != ConsoleStyle::name()) {
        app.setStyle(new ConsoleStyle);
        app.setProperty(platformFont, QApplication::font());
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

void applyTextSize(QApplication &app, int percent)
{
    const QVariant platform = app.property(platformFont);
    QFont font = consoleFont(platform.isValid() ? platform.value<QFont>() : QApplication::font());
    font.setPointSizeF(font.pointSizeF() * std::clamp(percent, 50, 300) / 100);
    if (font != QApplication::font())
        QApplication::setFont(font);
}

} // namespace renewal::ui
