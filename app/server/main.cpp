// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"
#include "app/server/decidecommand.h"
#include "app/server/exportcommand.h"
#include "app/server/importcommand.h"
#include "app/server/matchcommand.h"
#include "app/server/renewablecommand.h"
#include "app/server/servecommand.h"
#include "app/server/simulatecommand.h"
#include "app/server/verifycommand.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QTranslator>

#include <functional>

using namespace Qt::StringLiterals;
using namespace renewal::server;

namespace {

struct Command
{
    QString name;
    QString summary;
    std::function<int(const QStringList &, QTextStream &, QTextStream &)> run;
};

template <class T>
auto runner()
{
    return [](const QStringList &arguments, QTextStream &out, QTextStream &err) {
        return T().run(arguments, out, err);
    };
}

QString text(const char *source)
{
    return QCoreApplication::translate("renewal-service", source);
}

QVector<Command> allCommands()
{
    return {
        {u"serve"_s, text("answers REST requests on this machine"), runner<ServeCommand>()},
        {u"import"_s, text("takes files or region folders into the database"), runner<ImportCommand>()},
        {u"match"_s, text("finds the care team of each prescriber"), runner<MatchCommand>()},
        {u"renewable"_s, text("says for each prescription of a file whether it may be renewed"),
         runner<RenewableCommand>()},
        {u"simulate"_s, text("writes a made-up region"), runner<SimulateCommand>()},
        {u"export"_s, text("writes correlations to a file"), runner<ExportCommand>()},
        {u"decide"_s, text("takes the decisions of a file"), runner<DecideCommand>()},
        {u"verify"_s, text("checks the chain of the audit entries"), runner<VerifyCommand>()},
    };
}

void printUsage(const QVector<Command> &commands, QTextStream &stream)
{
    stream << text("Usage: renewal-service COMMAND [OPTIONS]") << "\n\n";
    for (const Command &command : commands)
        stream << u"  %1 %2\n"_s.arg(command.name, -10).arg(command.summary);
    stream << '\n' << text("'renewal-service COMMAND --help' tells more.") << '\n';
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"renewal-service"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(RENEWAL_VERSION));
    QTranslator english;
    if (english.load(u":/i18n/renewal_en.qm"_s))
        QCoreApplication::installTranslator(&english);
    QTextStream out(stdout);
    QTextStream err(stderr);
    const QVector<Command> commands = allCommands();

    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString name = arguments.value(0);
    if (name == "--version"_L1) {
        out << "renewal-service " << QCoreApplication::applicationVersion() << '\n';
        return Success;
    }
    if (name == "--help"_L1 || name == "-h"_L1) {
        printUsage(commands, out);
        return Success;
    }
    for (const Command &command : commands) {
        if (command.name == name)
            return command.run(arguments.mid(1), out, err);
    }
    if (!name.isEmpty())
        err << text("There is no command '%1'.").arg(name) << "\n\n";
    printUsage(commands, err);
    return Usage;
}
