// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowmenus.h"

#include "ui/shell/windowactions.h"
#include "ui/widgets/workspace.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
QAction *undoOf(const Workspace *workspace)
{
    const QList<QAction *> actions = workspace->allActions();
    const auto it = std::ranges::find_if(
        actions, [](const QAction *action) { return action->shortcuts().contains(QKeySequence::Undo); });
    return it == actions.cend() ? nullptr : *it;
}

/// Each once: the Enter of a list is often another action's second name.
QList<QAction *> ownActions(const Workspace *workspace)
{
    QList<QAction *> own;
    QStringList texts;
    QList<QAction *> all = workspace->allActions();
    std::ranges::stable_partition(all, [](const QAction *action) {
        return !action->shortcuts().contains(QKeySequence(Qt::Key_Return));
    });
    for (QAction *action : std::as_const(all)) {
        if (texts.contains(action->text()))
            continue;
        texts.append(action->text());
        own.append(action);
    }
    return own;
}
} // namespace

WindowMenus::WindowMenus(QMainWindow *window, WindowActions *actions)
    : QObject(window)
    , m_window(window)
    , m_actions(actions)
    , m_nothingToUndo(new QAction(tr("Undo"), this))
{
    m_nothingToUndo->setEnabled(false);
    window->menuBar()->setObjectName(u"menuBar"_s);
    window->menuBar()->setAccessibleName(tr("Menus"));
    QMenu *file = addMenu(tr("&File"), u"fileMenu"_s);
    file->addActions({actions->importFiles, actions->exportList});
    file->addSeparator();
    file->addActions({actions->connectTo, actions->settings});
    file->addSeparator();
    file->addActions({actions->lock, actions->quit});
    m_edit = addMenu(tr("&Edit"), u"editMenu"_s);
    m_view = addMenu(tr("&View"), u"viewMenu"_s);
    fillView();
    m_place = addMenu(tr("&Actions"), u"actionsMenu"_s);
    QMenu *help = addMenu(tr("&Help"), u"helpMenu"_s);
    help->addActions({actions->help, actions->shortcuts});
    help->addSeparator();
    help->addAction(actions->about);
    connect(actions->showMenuBar, &QAction::toggled, this, &WindowMenus::showBar);
    window->installEventFilter(this);
}

QMenu *WindowMenus::addMenu(const QString &title, const QString &objectName)
{
    QMenu *menu = m_window->menuBar()->addMenu(title);
    menu->setObjectName(objectName);
    menu->setAccessibleName(QString(title).remove(u'&'));
    return menu;
}

void WindowMenus::fillView()
{
    m_view->addActions(m_actions->places);
    m_view->addSeparator();
    m_view->addAction(m_actions->refresh);
    m_view->addSeparator();
    m_view->addActions(m_actions->themes());
    m_view->addAction(m_actions->toggleTheme);
    m_view->addSeparator();
    m_view->addActions({m_actions->showMenuBar, m_actions->resetLayout});
}

void WindowMenus::fillEdit(Workspace *workspace)
{
    m_edit->clear();
    QAction *undo = undoOf(workspace);
    // The menu promises it for the whole window; out of sight, a place does not hear it.
    if (undo)
        undo->setShortcutContext(Qt::WindowShortcut);
    m_edit->addAction(undo ? undo : m_nothingToUndo);
    m_edit->addSeparator();
    m_edit->addActions({m_actions->find, m_actions->filter});
}

void WindowMenus::showPlace(Workspace *workspace)
{
    fillEdit(workspace);
    m_place->clear();
    QList<QAction *> own = ownActions(workspace);
    own.removeAll(undoOf(workspace));
    m_place->addActions(own);
    m_place->menuAction()->setVisible(!own.isEmpty());
}

void WindowMenus::addPlaceEntries(QVector<FindEntry> &entries, const Workspace *workspace,
                                  const QString &title) const
{
    const bool isHere = workspace->isVisible();
    for (QAction *action : ownActions(workspace)) {
        const QString text =
            isHere ? action->text() : tr("%1: %2", "place, action").arg(title, action->text());
        entries.append({tr("Actions"), QString(text).remove(u'&'), action, !Workspace::onlyShows(action)});
    }
}

QVector<FindEntry> WindowMenus::entries(const QList<Workspace *> &workspaces, const QStringList &titles) const
{
    QVector<FindEntry> entries;
    // Those of the place in sight come first.
    for (const bool here : {true, false}) {
        for (qsizetype i = 0; i < workspaces.size(); ++i) {
            if (workspaces[i]->isVisible() == here)
                addPlaceEntries(entries, workspaces[i], titles[i]);
        }
    }
    // Export stands with what each place exports.
    QList<QAction *> everywhere = m_actions->places;
    everywhere << m_actions->importFiles << m_actions->filter << m_actions->refresh << m_actions->lock
               << m_actions->help << m_actions->shortcuts << m_actions->quit;
    for (QAction *action : everywhere)
        entries.append({tr("Actions"), action->text(), action});
    QList<QAction *> settings{m_actions->settings, m_actions->connectTo};
    settings << m_actions->themes() << m_actions->toggleTheme << m_actions->showMenuBar
             << m_actions->resetLayout << m_actions->about;
    for (QAction *action : settings)
        entries.append({tr("Settings"), action->text(), action});
    return entries;
}

void WindowMenus::showBar(bool visible)
{
    m_window->menuBar()->setVisible(visible);
}

bool WindowMenus::eventFilter(QObject *watched, QEvent *event)
{
    // A hidden bar comes for F10, as everywhere.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F10 &&
        !m_window->menuBar()->isVisible()) {
        m_actions->showMenuBar->setChecked(true);
        m_window->menuBar()->setFocus(Qt::MenuBarFocusReason);
        m_window->menuBar()->setActiveAction(m_window->menuBar()->actions().constFirst());
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace renewal::ui
