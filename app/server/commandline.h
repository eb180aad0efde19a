// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>
#include <QTextStream>

#include <optional>

namespace renewal::server {

/// What a command of renewal-service ends with.
enum ExitCode
{
    Success = 0,
    Failure = 1, ///< something was refused or went wrong; the text says what
    Usage = 2,   ///< the command's words are off
};

/// The options of one command: a thin layer over QCommandLineParser that never exits by itself.
///
/// \code
///   CommandLine line(u"verify"_s, tr("Checks the audit chain."));
///   line.addDatabaseOption();
///   if (const auto exit = line.parse(arguments, out, err))
///       return *exit;
/// \endcode
class CommandLine
{
public:
    CommandLine(const QString &command, const QString &description);

    void addOption(const QString &name, const QString &description, const QString &valueName = {},
                   const QString &defaultValue = {});
    void addPositional(const QString &name, const QString &description, const QString &syntax);
    void addDatabaseOption(); ///< --database, default defaultDatabaseUrl()
    void addJsonOption();     ///< --json: answers for machines

    /// Reads the words after the command. Prints help or the usage error and returns the exit code to end
    /// with; nullopt means go on.
    std::optional<int> parse(const QStringList &arguments, QTextStream &out, QTextStream &err);
    /// Prints "renewal-service COMMAND: text" and how to get help; returns ExitCode::Usage.
    int usageError(const QString &text, QTextStream &err) const;

    QString value(const QString &option) const { return m_parser.value(option); }
    /// All that were given, in their order.
    QStringList values(const QString &option) const { return m_parser.values(option); }
    bool isSet(const QString &option) const { return m_parser.isSet(option); }
    QStringList positionals() const { return m_parser.positionalArguments(); }
    QString databaseUrl() const;
    bool json() const;

private:
    QString m_command;
    QCommandLineParser m_parser;
    bool m_takesArguments = false; ///< beside options
};

/// "sqlite:" and renewals.db in the user's data folder.
QString defaultDatabaseUrl();
/// Prints "renewal-service COMMAND: error text" and returns ExitCode::Failure.
int reportFailure(const QString &command, const Error &error, QTextStream &err);

} // namespace renewal::server
