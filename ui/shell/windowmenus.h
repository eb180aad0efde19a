// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/findmodel.h"

#include <QObject>

class QMainWindow;
class QMenu;

namespace renewal::ui {

class WindowActions;
class Workspace;

/// The menu bar: every action of the window and of the place in sight, with its keys. Hidden by choice it
/// comes back for F10.
class WindowMenus final : public QObject
{
    Q_OBJECT

public:
    WindowMenus(QMainWindow *window, WindowActions *actions);

    /// The actions of this place stand in the menus now.
    void showPlace(Workspace *workspace);
    /// What "find anything" offers beyond data: actions of the place and of the window, and settings.
    QVector<FindEntry> entries(const QList<Workspace *> &workspaces, const QStringList &titles) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QMenu *addMenu(const QString &title, const QString &objectName);
    void fillEdit(Workspace *workspace);
    void fillView();
    void addPlaceEntries(QVector<FindEntry> &entries, const Workspace *workspace, const QString &title) const;
    void showBar(bool visible);

    QMainWindow *m_window;
    WindowActions *m_actions;
    QMenu *m_edit = nullptr;
    QMenu *m_view = nullptr;
    QMenu *m_place = nullptr;
    QAction *m_nothingToUndo; ///< stands where a place has no undo of its own
};

} // namespace renewal::ui
