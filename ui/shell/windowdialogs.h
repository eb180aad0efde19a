// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/findhit.h"
#include "models/items/stationdirectory.h"
#include "ui/shell/shelloptions.h"

#include <QObject>

class QDialog;
class QMainWindow;

namespace renewal::ui {

class Workspace;

/// Opens the sheets of the window: settings, connection, about, help, keys, a care team that was found. None
/// of them blocks.
class WindowDialogs final : public QObject
{
    Q_OBJECT

public:
    WindowDialogs(QMainWindow *window, const Gateways &gateways, bool settingsAreKept);

    void showSettings(const Preferences &now, const items::StationDirectory &stations);
    void showConnection();
    void showAbout(const std::optional<ServiceStatus> &status, const QString &serviceText);
    void showHelp(WorkspaceId id, const Workspace *workspace);
    void showShortcuts(const QList<Workspace *> &workspaces);
    /// Fetches the care team first.
    void showCareTeam(const FindHit &hit);
    /// Asks once before made-up data goes into the database of this user.
    void askForDemo();

signals:
    void preferencesChosen(const renewal::ui::Preferences &chosen);
    /// The prescribers of this parent station are asked for.
    void stationWanted(const QString &parentStation);
    void demoAgreed();
    void failed(const QString &text);

private:
    void open(QDialog *dialog);
    void showTeam(const CareTeam &team);

    QMainWindow *m_window;
    Gateways m_gateways;
    bool m_settingsAreKept;
};

} // namespace renewal::ui
