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

    /// What a picture shows the window in.
    enum class PictureState
    {
        Data,
        Loading, ///< nothing has been answered yet
        Empty,   ///< a new database
        Error,   ///< every question failed
        Offline, ///< the service went away after it had answered
    };

    Action action = Action::Run;
    QString databaseUrl; ///< of the embedded service; empty: a new one for --demo, or that of the user
    QUrl service;        ///< of a service that runs elsewhere; empty: embedded
    QString tokenFile;
    bool demo = false;
    ui::WorkspaceId workspace = ui::WorkspaceId::Renewals;
    std::optional<ui::ThemeChoice> theme; ///< absent: as in the settings
    std::optional<int> textPercent;       ///< absent: as in the settings
    QString settingsFile;                 ///< layout and preferences; empty: nothing is remembered
    QSize size{1440, 900};                ///< logical pixels
    bool hasSize = false;                 ///< it was asked for, whatever is remembered
    double scale = 1;
    QString screenshot;        ///< a PNG to write; empty: show the window
    std::optional<int> select; ///< row of the workspace's list, from 0
    QString importPath;        ///< files to show in the import sheet; empty: it stays closed
    PictureState state = PictureState::Data;

    bool isEmbedded() const { return service.isEmpty(); }
};

/// Reads the words after the program's name. InvalidInput with one sentence when they are off.
Result<ConsoleOptions> parseOptions(const QStringList &arguments);
/// An address that a service may be reached at: https, or http on this computer. InvalidInput otherwise.
Result<QUrl> serviceAddress(const QString &text);
/// What --help prints.
QString helpText();

/// Where this user's own database lies.
QString defaultDataFolder();
/// Where this user's layout and preferences lie.
QString defaultSettingsFile();
/// "sqlite:" and renewals.db in that folder: the one renewal-service takes too.
QString defaultDatabaseUrl();

} // namespace renewal::console
