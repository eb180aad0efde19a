// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shelloptions.h"

#include <QMainWindow>

#include <memory>

namespace renewal::ui {

class Workspace;

/// The window of the console: navigation, top bar with search and scope, four workspaces, status line.
///
/// It never blocks: all data comes by the futures of `gateways`. It sets the application's style, palette
/// and font. Use:
/// \code
///   ui::installTranslators(app, QLocale());
///   ui::MainWindow window(gateways, options);
///   window.show();
/// \endcode
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const Gateways &gateways, const ShellOptions &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    WorkspaceId workspace() const;
    void showWorkspace(WorkspaceId id);
    /// What the lists are narrowed to.
    Scope scope() const;
    void setThemeChoice(ThemeChoice choice);
    ThemeChoice themeChoice() const;

    /// Shows the import dialog with these files and folders; with none it asks for them.
    void importFiles(const QStringList &paths = {});

    /// True when the shown workspace, the counts and the selectors have all they asked for, or its error.
    bool isSettled() const;

signals:
    /// isSettled() became true.
    void settled();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renewal::ui
