// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consoleoptions.h"
#include "app/console/consolesession.h"
#include "app/console/display.h"
#include "app/console/picture.h"
#include "app/server/stopsignal.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/translators.h"

#include <QApplication>
#include <QLocale>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;

namespace {

int complain(const Error &error, int code)
{
    QTextStream(stderr) << "renewal-console: " << error.text << '\n';
    return code;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

int runWindow(QApplication &app, const ConsoleOptions &options)
{
    ConsoleSession session(options);
    if (!options.screenshot.isEmpty()) {
        takePicture(&session, options, [](const Done &taken) {
            QCoreApplication::exit(taken ? Success : complain(taken.error(), Failure));
        });
    } else {
        QObject::connect(&session, &ConsoleSession::failed, &app,
                         [](const Error &error) { complain(error, 0); });
    }
    // The way out by Ctrl+C is that of closing the window: what is temporary goes.
    const server::StopSignal stop;
    QObject::connect(&stop, &server::StopSignal::received, &app, &QCoreApplication::quit);
    if (options.screenshot.isEmpty() && !options.importPath.isEmpty()) {
        QObject::connect(&session, &ConsoleSession::connected, session.window(),
                         [&] { session.window()->importFiles({options.importPath}); });
    }
    session.window()->show();
    // From the event loop: the window is painted while the service starts.
    QTimer::singleShot(0, &session, &ConsoleSession::start);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"renewal-console"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(RENEWAL_VERSION));
    const auto options = parseOptions(argumentsOf(argc, argv));
    if (!options) {
        complain(options.error(), Usage);
        QTextStream(stderr) << "See 'renewal-console --help'.\n";
        return Usage;
    }
    switch (options->action) {
    case ConsoleOptions::Action::ShowHelp:
        QTextStream(stdout) << helpText();
        return Success;
    case ConsoleOptions::Action::ShowVersion:
        QTextStream(stdout) << "renewal-console " << QCoreApplication::applicationVersion() << '\n';
        return Success;
    case ConsoleOptions::Action::Run:
        break;
    }
    if (const Done done = prepareDisplay(*options); !done)
        return complain(done.error(), NoDisplay);
    // Only what Qt needs: the other words were ours.
    int noArguments = 1;
    QApplication app(noArguments, argv);
    QApplication::setApplicationDisplayName(
        QCoreApplication::translate("renewal-console", "Renewal Console"));
    ui::installTranslators(app, QLocale());
    ConsoleOptions run = *options;
    if (run.settingsFile.isEmpty() && run.screenshot.isEmpty() && !run.demo)
        run.settingsFile = defaultSettingsFile();
    return runWindow(app, run);
}
