// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/shell/shelloptions.h"

#include <QSize>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace renewal::console {

/// What the program ends with.
enum ExitCode
{
    Success = 0,
    Failure = 1,   ///< no picture, or no service for it; a sentence is on the error stream
    Usage = 2,     ///< the words of the command line are off
    NoDisplay = 3, ///< there is no screen to show a window on
};

/// The command line of renewal-console.
struct ConsoleOptions
{
    enum class Action
    {
        Run,
        ShowHelp,
        ShowVersion,
    };

    Action action = Action::Run;
    QString databaseUrl; ///< of the embedded service; empty: a new one for --demo, or that of the user
    QUrl service;        ///< of a service that runs elsewhere; empty: embedded
    QString tokenFile;
    bool demo = false;
    ui::WorkspaceId workspace = ui::WorkspaceId::Renewals;
    ui::ThemeChoice theme = ui::ThemeChoice::System;
    QSize size{1440, 900}; ///< logical pixels
    double scale = 1;
    QString screenshot;        ///< a PNG to write; empty: show the window
    std::optional<int> select; ///< row of the workspace's list, from 0

    bool isEmbedded() const { return service.isEmpty(); }
};

/// Reads the words after the program's name. InvalidInput with one sentence when they are off.
Result<ConsoleOptions> parseOptions(const QStringList &arguments);
/// What --help prints.
QString helpText();

/// Where this user's own database lies.
QString defaultDataFolder();
/// "sqlite:" and renewals.db in that folder: the one renewal-service takes too.
QString defaultDatabaseUrl();

} // namespace renewal::console
