// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowcommands.h"

#include "models/items/await.h"
#include "ui/activity/activityworkspace.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/shell/topbar.h"
#include "ui/shell/welcomepane.h"
#include "ui/shell/windowparts.h"
#include "ui/shell/workspacehost.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workspace.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>
#include <QStackedWidget>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// The action of a workspace that carries out a command of the window; null where it has none.
QAction *commandOf(const Workspace *workspace, QStringView word)
{
    const QList<QAction *> actions = workspace->actions();
    const auto it = std::ranges::find_if(
        actions, [word](const QAction *action) { return action->objectName().startsWith(word); });
    return it == actions.cend() ? nullptr : *it;
}
} // namespace

WindowCommands::WindowCommands(QMainWindow *window, WindowParts *parts, WorkspaceHost *host,
                               const Gateways &gateways, const ShellOptions &options)
    : m_window(window)
    , m_parts(parts)
    , m_host(host)
    , m_gateways(gateways)
    , m_serviceText(options.serviceText)
    , m_preferences(options.preferences)
    , m_actions(window)
    , m_menus(window, &m_actions)
    , m_dialogs(window, gateways, options.settings && options.settingsAreKept)
    , m_palette(gateways.system, parts->central)
{
    setupActions();
    setupCommands();
    setupWelcome();
    connect(host, &WorkspaceHost::shown, this, &WindowCommands::enter);
    connect(parts->navigation, &NavigationBar::settingsRequested, m_actions.settings, &QAction::trigger);
    connect(parts->topBar, &TopBar::findRequested, this, &WindowCommands::find);
}

void WindowCommands::setupActions()
{
    for (int i = 0; i < m_actions.places.size(); ++i)
        connect(m_actions.places[i], &QAction::triggered, this,
                [this, i] { m_host->show(static_cast<WorkspaceId>(i)); });
    connect(m_actions.find, &QAction::triggered, this, &WindowCommands::find);
    connect(m_actions.filter, &QAction::triggered, m_parts->topBar, &TopBar::focusSearch);
    connect(m_actions.refresh, &QAction::triggered, this, &WindowCommands::refreshWanted);
    for (const ThemeChoice choice :
         {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Contrast}) {
        connect(m_actions.theme(choice), &QAction::triggered, this, [this, choice] {
            Preferences chosen = m_preferences;
            chosen.theme = choice;
            emit preferencesChosen(chosen);
        });
    }
    connect(m_actions.toggleTheme, &QAction::triggered, this, [this] {
        const bool dark = Theme::of(QApplication::palette()).dark;
        m_actions.theme(dark ? ThemeChoice::Light : ThemeChoice::Dark)->trigger();
    });
}

void WindowCommands::setupCommands()
{
    connect(m_actions.importFiles, &QAction::triggered, this, &WindowCommands::importFiles);
    connect(m_actions.exportList, &QAction::triggered, this, [this] {
        if (QAction *own = commandOf(m_host->current(), u"export"))
            own->trigger();
    });
    connect(m_actions.connectTo, &QAction::triggered, &m_dialogs, &WindowDialogs::showConnection);
    m_actions.connectTo->setEnabled(m_gateways.services);
    connect(m_actions.settings, &QAction::triggered, this,
            [this] { m_dialogs.showSettings(m_preferences, m_stations); });
    connect(m_actions.help, &QAction::triggered, this,
            [this] { m_dialogs.showHelp(m_host->place(), m_host->current()); });
    connect(m_actions.shortcuts, &QAction::triggered, this,
            [this] { m_dialogs.showShortcuts(m_parts->workspaces()); });
    connect(m_actions.about, &QAction::triggered, this,
            [this] { m_dialogs.showAbout(m_status, m_serviceText); });
    connect(&m_dialogs, &WindowDialogs::preferencesChosen, this, &WindowCommands::preferencesChosen);
    connect(&m_dialogs, &WindowDialogs::stationWanted, this, [this](const QString &parentStation) {
        m_parts->topBar->setSearch({});
        m_parts->topBar->setScope({parentStation, {}});
        m_host->show(WorkspaceId::Correlations);
    });
    connect(&m_dialogs, &WindowDialogs::failed, this,
            [this](const QString &text) { m_parts->message->showMessage(text, items::Tone::Caution); });
    connect(&m_palette, &FindPalette::hitChosen, this, &WindowCommands::open);
    // Who goes on to another view does not look for what was found any more.
    connect(m_parts->renewals, &RenewalsWorkspace::viewChosen, this, [this] {
        if (!m_found.isEmpty() && m_parts->topBar->search() == m_found)
            m_parts->topBar->setSearch({});
        m_found.clear();
    });
    connect(m_parts->activity, &ActivityWorkspace::hitWanted, this, &WindowCommands::open);
    connect(&m_palette, &FindPalette::actionChosen, this, &WindowCommands::runAction);
    for (const Workspace *workspace : m_parts->workspaces())
        connect(workspace, &Workspace::resultReported, this, &WindowCommands::stopLeading);
}

void WindowCommands::setupWelcome()
{
    m_parts->welcome->setCanLoadDemo(m_gateways.services && m_gateways.services->canLoadDemo());
    connect(m_parts->welcome, &WelcomePane::importRequested, this, &WindowCommands::importFiles);
    connect(m_parts->welcome, &WelcomePane::demoRequested, &m_dialogs, &WindowDialogs::askForDemo);
    connect(&m_dialogs, &WindowDialogs::demoAgreed, this, &WindowCommands::loadDemo);
}

void WindowCommands::setStatus(const ServiceStatus &status)
{
    m_status = status;
    showWelcome();
}

void WindowCommands::enter(WorkspaceId id)
{
    stopLeading();
    const Workspace *workspace = m_host->current();
    m_actions.places[static_cast<int>(id)]->setChecked(true);
    m_actions.filter->setEnabled(workspace->canSearch());
    m_actions.exportList->setEnabled(commandOf(workspace, u"export"));
    m_menus.showPlace(m_host->current());
    m_window->setWindowTitle(tr("%1, Renewal Console", "workspace").arg(workspaceTitle(id)));
    showWelcome();
}

void WindowCommands::find()
{
    QStringList titles;
    for (int i = 0; i < m_parts->workspaces().size(); ++i)
        titles.append(workspaceTitle(static_cast<WorkspaceId>(i)));
    m_palette.open(m_menus.entries(m_parts->workspaces(), titles), m_stations,
                   m_parts->topBar->scope().parentStation);
}

void WindowCommands::open(const FindHit &hit)
{
    // What is gone to must not be hidden by what the lists are narrowed to.
    const Scope scope{m_parts->topBar->scope().parentStation, {}};
    switch (hit.kind) {
    case FindKind::Renewal:
    case FindKind::Prescriber: {
        const bool isRenewal = hit.kind == FindKind::Renewal;
        m_found.clear();
        m_parts->topBar->setScope(scope);
        m_parts->topBar->setSearch(isRenewal && !hit.number.isEmpty() ? hit.number : hit.name);
        m_host->show(isRenewal ? WorkspaceId::Renewals : WorkspaceId::Correlations);
        m_host->current()->open(hit);
        m_found = m_parts->topBar->search();
        return;
    }
    case FindKind::CareTeam:
        m_dialogs.showCareTeam(hit);
        return;
    case FindKind::Station:
        m_parts->topBar->setScope({StationNumber(hit.station).parent(), {}});
        m_host->show(m_host->current()->canSearch() ? m_host->place() : WorkspaceId::Renewals);
        return;
    }
}

void WindowCommands::runAction(QAction *action)
{
    const auto workspaces = m_parts->workspaces();
    const auto owner = std::ranges::find_if(workspaces, [action](const Workspace *workspace) {
        return workspace->allActions().contains(action);
    });
    if (owner == workspaces.cend()) {
        action->trigger();
        return;
    }
    m_host->show(static_cast<WorkspaceId>(owner - workspaces.cbegin()));
    if (Workspace::onlyShows(action))
        action->trigger();
    else
        leadTo(action);
}

/// Who finds an action from afar has not seen what it would act on: it is shown, and done there.
void WindowCommands::leadTo(const QAction *action)
{
    const QString name = QString(action->text()).remove(u'&');
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    m_parts->message->showMessage(
        key.isEmpty()
            ? tr("Nothing was done yet. Look at what is chosen here, then use “%1”.").arg(name)
            : tr("Nothing was done yet. Look at what is chosen here, then press %2 for “%1”.").arg(name, key),
        items::Tone::Info);
    m_leading = m_parts->message->text();
}

/// Once something was done it is not true any more, nor elsewhere.
void WindowCommands::stopLeading()
{
    if (!m_leading.isEmpty() && m_parts->message->text() == m_leading)
        m_parts->message->hide();
    m_leading.clear();
}

void WindowCommands::importFiles()
{
    if (m_gateways.imports) {
        emit importWanted();
        return;
    }
    // Whichever place imports; the record keeps the reports, so it is shown beside.
    for (int i = 0; i < m_parts->workspaces().size(); ++i) {
        if (QAction *own = commandOf(m_parts->workspaces()[i], u"import")) {
            m_host->show(static_cast<WorkspaceId>(i));
            own->trigger();
            return;
        }
    }
    m_parts->message->showMessage(
        tr("Bring files in with “renewal-service import FOLDER”; they appear here by themselves."),
        items::Tone::Info);
}

void WindowCommands::loadDemo()
{
    m_parts->welcome->showWork(tr("Making up a region and importing it…"), true);
    items::await(m_gateways.services->loadDemo(), this, [this](const Result<QString> &done) {
        m_parts->welcome->showWork(done ? *done : done.error().text, false);
        emit refreshWanted();
    });
}

void WindowCommands::showWelcome()
{
    const bool isEmpty = m_status && m_status->renewals + m_status->prescribers + m_status->careTeams == 0;
    const bool isShown = isEmpty && m_host->current()->canSearch();
    m_parts->welcome->setVisible(isShown);
    m_parts->stack->setVisible(!isShown);
}

} // namespace renewal::ui
