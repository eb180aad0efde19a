// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/findpalette.h"
#include "ui/shell/shelloptions.h"
#include "ui/shell/windowactions.h"
#include "ui/shell/windowdialogs.h"
#include "ui/shell/windowmenus.h"

#include <QObject>

namespace renewal::ui {

struct WindowParts;
class WorkspaceHost;

/// What the window does when told to: its actions with their menus, the sheets, "find anything" and going to
/// what it found, and the first steps on an empty database.
class WindowCommands final : public QObject
{
    Q_OBJECT

public:
    /// All but the options must outlive it.
    WindowCommands(QMainWindow *window, WindowParts *parts, WorkspaceHost *host, const Gateways &gateways,
                   const ShellOptions &options);

    const WindowActions &actions() const { return m_actions; }
    void setStations(const items::StationDirectory &stations) { m_stations = stations; }
    void setStatus(const ServiceStatus &status);
    void setPreferences(const Preferences &preferences) { m_preferences = preferences; }

signals:
    void preferencesChosen(const renewal::ui::Preferences &chosen);
    void refreshWanted();
    void importWanted();

private:
    void setupActions();
    void setupCommands();
    void setupWelcome();
    void enter(WorkspaceId id);
    void find();
    void open(const FindHit &hit);
    void runAction(QAction *action);
    void leadTo(const QAction *action);
    void stopLeading();
    void importFiles();
    void loadDemo();
    void showWelcome();

    QMainWindow *m_window;
    WindowParts *m_parts;
    WorkspaceHost *m_host;
    Gateways m_gateways;
    QString m_serviceText;
    QString m_found;   ///< what the search was set to, to show what was found
    QString m_leading; ///< what the message tells of an action that was found
    Preferences m_preferences;
    items::StationDirectory m_stations;
    std::optional<ServiceStatus> m_status;
    WindowActions m_actions;
    WindowMenus m_menus;
    WindowDialogs m_dialogs;
    FindPalette m_palette;
};

} // namespace renewal::ui
