// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowactions.h"

#include "ui/shell/windowparts.h"

#include <QAction>
#include <QActionGroup>
#include <QWidget>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr ThemeChoice choices[] = {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark,
                                   ThemeChoice::Contrast};

QString themeTitle(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return WindowActions::tr("Theme of the desktop");
    case ThemeChoice::Light:
        return WindowActions::tr("Light theme");
    case ThemeChoice::Dark:
        return WindowActions::tr("Dark theme");
    case ThemeChoice::Contrast:
        return WindowActions::tr("High-contrast theme");
    }
    return {};
}
} // namespace

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_placeGroup(new QActionGroup(this))
    , m_themeGroup(new QActionGroup(this))
{
    addFile();
    addView();
    addHelp();
}

QAction *WindowActions::add(const QString &text, const QString &objectName, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, m_window);
    action->setObjectName(objectName);
    action->setShortcuts(keys);
    m_window->addAction(action);
    return action;
}

void WindowActions::addFile()
{
    importFiles = add(tr("Import files…"), u"importFilesAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_O)});
    exportList = add(tr("Export…"), u"exportListAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_E)});
    connectTo = add(tr("Connect to a service…"), u"connectAction"_s);
    settings = add(tr("Settings…"), u"settingsAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    lock = add(tr("Lock"), u"lockAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_L)});
    quit = add(tr("Quit"), u"quitAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    quit->setMenuRole(QAction::QuitRole);
    find = add(tr("Find anything…"), u"findAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_K)});
    filter = add(tr("Search this list"), u"filterAction"_s, {QKeySequence(Qt::Key_Slash)});
}

void WindowActions::addView()
{
    for (const WorkspaceId id :
         {WorkspaceId::Renewals, WorkspaceId::Correlations, WorkspaceId::Rollout, WorkspaceId::Activity}) {
        const int number = static_cast<int>(places.size());
        QAction *place = add(workspaceTitle(id), toString(id) + u"PlaceAction"_s,
                             {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number))});
        place->setCheckable(true);
        m_placeGroup->addAction(place);
        places.append(place);
    }
    refresh = add(tr("Refresh"), u"refreshAction"_s, {QKeySequence(Qt::Key_F5)});
    for (const ThemeChoice choice : choices) {
        QAction *action = add(themeTitle(choice), toString(choice) + u"ThemeAction"_s);
        action->setCheckable(true);
        m_themeGroup->addAction(action);
        m_themes.insert(choice, action);
    }
    toggleTheme =
        add(tr("Light or dark"), u"themeAction"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)});
    showMenuBar = add(tr("Menu bar"), u"menuBarAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_M)});
    showMenuBar->setCheckable(true);
    showMenuBar->setChecked(true);
    resetLayout = add(tr("Reset layout"), u"resetLayoutAction"_s);
}

void WindowActions::addHelp()
{
    help = add(tr("Help for this place"), u"helpAction"_s, {QKeySequence(Qt::Key_F1)});
    shortcuts = add(tr("Keyboard"), u"shortcutsAction"_s, {QKeySequence(Qt::Key_Question)});
    about = add(tr("About Renewal Console"), u"aboutAction"_s);
    about->setMenuRole(QAction::AboutRole);
}

QList<QAction *> WindowActions::themes() const
{
    return m_themeGroup->actions();
}

} // namespace renewal::ui
