// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/richworld.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenshot.h"
#include "ui/shell/translators.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {
using Step = renewal::ImportFileState::Step;

void showImport(renewal::test::RichWorld &world, renewal::ui::MainWindow &window, int stage)
{
    window.importFiles({u"/data/march-552"_s});
    if (stage < 2)
        return;
    window.findChild<QPushButton *>(u"startImportButton"_s)->click();
    auto *run = world.imports.run;
    run->end(0, Step::AlreadyThere, {},
             u"Already imported on 2026-11-21 09:12 UTC as import 4; nothing changed."_s);
    run->end(1, Step::Taken, world.imports.reports.at(2));
    run->move(2, Step::Reading, 0.62, u"Reading the file."_s);
    if (stage < 3)
        return;
    run->end(2, Step::Taken, world.imports.reports.at(2));
    run->end(3, Step::Taken, world.imports.reports.at(1));
    run->end(4, Step::Taken, world.imports.reports.at(0));
    run->finishAll();
}
} // namespace

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
        if (key == u'!')
            continue;
        QApplication::processEvents();
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key.unicode()));
    }
    if (keys.contains(u'!')) // the import sheet: ! before it, !! on its way, !!! what came of it
        showImport(world, window, static_cast<int>(keys.count(u'!')));
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
