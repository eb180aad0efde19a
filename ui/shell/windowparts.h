// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shelloptions.h"

#include <QList>

class QStackedWidget;
class QWidget;

namespace renewal::ui {

class ActivityWorkspace;
class Banner;
class CorrelationsWorkspace;
class NavigationBar;
class RenewalsWorkspace;
class RolloutWorkspace;
class StatusLine;
class TopBar;
class WelcomePane;
class Workspace;

/// The widgets of the main window and how they lie; what they do is the window's business.
struct WindowParts
{
    WindowParts(const Gateways &gateways, const ShellOptions &options, QWidget *parent);

    QWidget *central = nullptr;
    NavigationBar *navigation = nullptr;
    TopBar *topBar = nullptr;
    Banner *away = nullptr;    ///< the service does not answer
    Banner *message = nullptr; ///< something went otherwise than wished
    QStackedWidget *stack = nullptr;
    WelcomePane *welcome = nullptr; ///< stands in place of the stack while there is nothing at all
    StatusLine *status = nullptr;
    RenewalsWorkspace *renewals = nullptr;
    CorrelationsWorkspace *correlations = nullptr;
    RolloutWorkspace *rollout = nullptr;
    ActivityWorkspace *activity = nullptr;

    /// In the order of WorkspaceId.
    QList<Workspace *> workspaces() const;

private:
    void setupNavigation(const ShellOptions &options);
    void setupLayout();
};

/// What a workspace is called in the navigation.
QString workspaceTitle(WorkspaceId id);

} // namespace renewal::ui
