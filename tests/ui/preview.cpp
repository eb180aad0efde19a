// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/richworld.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenshot.h"
#include "ui/shell/translators.h"

#include <QApplication>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

/// Writes a picture of the window on fake data: ui-preview WORKSPACE THEME WIDTHxHEIGHT OUT.png [SCALE
/// [KEYS]] KEYS are letters pressed one after the other before: "J" goes to the next row.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 5) {
        QTextStream(stderr) << "usage: ui-preview WORKSPACE THEME WIDTHxHEIGHT OUT.png [SCALE [KEYS]]\n";
        return 2;
    }
    renewal::ui::installTranslators(app, QLocale(QLocale::English));
    renewal::test::RichWorld world;
    auto options = renewal::test::RichWorld::options();
    options.workspace = renewal::ui::workspaceFromString(arguments[1]).value_or(options.workspace);
    options.theme = renewal::ui::themeFromString(arguments[2]).value_or(options.theme);
    renewal::ui::MainWindow window(world.gateways(), options);
    const QStringList size = arguments[3].split(u'x');
    renewal::ui::ScreenshotRequest request;
    request.file = arguments[4];
    request.size = QSize(size.value(0).toInt(), size.value(1).toInt());
    request.scale = arguments.size() > 5 ? arguments[5].toDouble() : 1;
    window.show();
    const QString keys = arguments.value(6);
    for (const QChar key : keys) {
        QApplication::processEvents();
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key.unicode()));
    }
    int status = 1;
    renewal::ui::takeScreenshot(&window, request, [&](const renewal::Done &done) {
        if (!done)
            QTextStream(stderr) << done.error().text << '\n';
        status = done ? 0 : 1;
        QApplication::quit();
    });
    QApplication::exec();
    return status;
}
