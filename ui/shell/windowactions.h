// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/preferences.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QWidget;

namespace renewal::ui {

/// The actions of the window itself, each with its name and keys, all children of the window. What they do is
/// connected by whoever knows.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    QAction *importFiles = nullptr;
    QAction *exportList = nullptr;
    QAction *connectTo = nullptr;
    QAction *quit = nullptr;
    QAction *find = nullptr;
    QAction *filter = nullptr;
    QAction *refresh = nullptr;
    QAction *toggleTheme = nullptr;
    QAction *showMenuBar = nullptr;
    QAction *resetLayout = nullptr;
    QAction *settings = nullptr;
    QAction *lock = nullptr;
    QAction *help = nullptr;
    QAction *shortcuts = nullptr;
    QAction *about = nullptr;
    QList<QAction *> places; ///< in the order of WorkspaceId

    QAction *theme(ThemeChoice choice) const { return m_themes.value(choice); }
    QList<QAction *> themes() const;

private:
    QAction *add(const QString &text, const QString &objectName, const QList<QKeySequence> &keys = {});
    void addFile();
    void addView();
    void addHelp();

    QWidget *m_window;
    QActionGroup *m_placeGroup;
    QActionGroup *m_themeGroup;
    QHash<ThemeChoice, QAction *> m_themes;
};

} // namespace renewal::ui
