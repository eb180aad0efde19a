// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QStandardPaths>

namespace renewal::server {

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(commandLog, "renewal.server", QtInfoMsg)

QString text(const char *source)
{
    return QCoreApplication::translate("CommandLine", source);
}
} // namespace

CommandLine::CommandLine(const QString &command, const QString &description)
    : m_command(command)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{u"h"_s, u"help"_s}, text("Shows this help.")});
}

void CommandLine::addOption(const QString &name, const QString &description, const QString &valueName,
                            const QString &defaultValue)
{
    m_parser.addOption({name, description, valueName, defaultValue});
}

void CommandLine::addPositional(const QString &name, const QString &description, const QString &syntax)
{
    m_parser.addPositionalArgument(name, description, syntax);
    m_takesArguments = true;
}

void CommandLine::addDatabaseOption()
{
    addOption(u"database"_s, text("The database: sqlite:PATH or postgresql://USER@HOST:PORT/NAME."), u"URL"_s,
              defaultDatabaseUrl());
}

void CommandLine::addJsonOption()
{
    addOption(u"json"_s, text("Prints JSON for machines."));
}

std::optional<int> CommandLine::parse(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    // QCommandLineParser wants the program's name first and shows it in the usage line.
    if (!m_parser.parse(QStringList{u"renewal-service "_s + m_command} + arguments))
        return usageError(m_parser.errorText(), err);
    if (isSet(u"help"_s)) {
        QString help = m_parser.helpText();
        help.replace(QCoreApplication::arguments().value(0), u"renewal-service "_s + m_command);
        out << help.trimmed() << '\n';
        return Success;
    }
    if (!m_takesArguments && !positionals().isEmpty())
        return usageError(text("\"%1\" is not an option.").arg(positionals().constFirst()), err);
    return std::nullopt;
}

int CommandLine::usageError(const QString &message, QTextStream &err) const
{
    err << u"renewal-service %1: %2\n"_s.arg(m_command, message)
        << text("See 'renewal-service %1 --help'.").arg(m_command) << '\n';
    return Usage;
}

QString CommandLine::databaseUrl() const
{
    return value(u"database"_s);
}

bool CommandLine::json() const
{
    return isSet(u"json"_s);
}

QString defaultDatabaseUrl()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return u"sqlite:"_s + folder + u"/renewal-console/renewals.db"_s;
}

int reportFailure(const QString &command, const Error &error, QTextStream &err)
{
    if (!error.detail.isEmpty())
        qCWarning(commandLog).noquote() << command << toString(error.code) << error.detail;
    err << u"renewal-service %1: %2\n"_s.arg(command, error.text);
    return Failure;
}

} // namespace renewal::server
